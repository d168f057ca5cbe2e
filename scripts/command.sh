#!/bin/sh
# Runs a command that is written in TypeScript, which node 20 does not read: esbuild puts it and all
# that it imports into one file, every time anew, so that no old one ever runs. That takes 40 ms.
#
# Usage: command.sh <file below the repository, like scripts/build.ts> [argument…]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
source=$1
shift

bundle="$root/build/commands/${source%.ts}.mjs"
mkdir -p "${bundle%/*}"
# The program itself: the one in .bin is a script around it where npm runs no install scripts.
esbuild=$(echo "$root"/node_modules/@esbuild/*/bin/esbuild)
# Another build may read or write the same file: each sees a whole one.
"$esbuild" "$root/$source" --bundle --platform=node --format=esm \
	--packages=external "--alias:typescript=$root/scripts/typescript.ts" \
	--log-level=warning "--outfile=$bundle.$$.mjs"
mv "$bundle.$$.mjs" "$bundle"
exec node "$bundle" "$@"
