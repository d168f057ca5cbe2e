#!/bin/sh
# Installs what building, running and testing need, and is done at once when nothing is missing.
#
# Usage: setup.sh [run|test|debug|bench|check]. Debian packages come by apt-get, as root or by sudo;
# the rest by `npm ci`. It never reads standard input and prints on standard error only.
set -eu
exec </dev/null >&2
cd "$(dirname "$0")/.."

fail() {
	echo "setup: $*"
	exit 1
}

# Node itself is not installed by this script: which version, and from where, is its user's choice.
command -v node >/dev/null || fail 'Node.js 20.19 or newer is needed, and there is no node here.'
version=$(node -v)
major=${version#v}
minor=${major#*.}
major=${major%%.*}
minor=${minor%%.*}
if [ "$major" -lt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -lt 19 ]; }; then
	fail "Node.js 20.19 or newer is needed, and this one is $version."
fi

# Debian 13 and Ubuntu 24.10 moved this machine out of qemu-system-misc.
qemu_package() {
	if apt-cache show qemu-system-riscv >/dev/null 2>&1; then
		echo qemu-system-riscv
	else
		echo qemu-system-misc
	fi
}

packages=
need() { # package, what it is for
	packages="$packages $1"
	echo "setup: $1 is missing: $2"
}

find_missing() {
	packages=
	command -v riscv64-unknown-elf-gcc >/dev/null ||
		need gcc-riscv64-unknown-elf 'the compiler for the kernel'
	[ -e /usr/lib/picolibc/riscv64-unknown-elf/picolibc.specs ] ||
		need picolibc-riscv64-unknown-elf 'the C library below ordinary TypeScript'
	command -v qemu-system-riscv64 >/dev/null || need "$(qemu_package)" 'the machine that it runs on'
	case "${1:-run}" in
	debug | test | check) command -v gdb-multiarch >/dev/null || need gdb-multiarch 'make debug' ;;
	esac
	case "${1:-run}" in
	test | check)
		{ command -v gcc >/dev/null && [ -e /usr/include/stdlib.h ]; } || need_host_compiler
		{ command -v aarch64-linux-gnu-gcc >/dev/null && [ -e /usr/aarch64-linux-gnu/lib/libc.a ]; } ||
			need_arm_compiler
		command -v qemu-aarch64 >/dev/null || need qemu-user 'the tests of native TypeScript on AArch64'
		;;
	esac
}

need_host_compiler() {
	need gcc 'the tests that run native TypeScript on this machine'
	need libc6-dev 'the C library of those tests'
}

need_arm_compiler() {
	need gcc-aarch64-linux-gnu 'the tests of native TypeScript on AArch64'
	need libc6-dev-arm64-cross 'the C library of those tests'
}

install_packages() {
	command -v apt-get >/dev/null || fail "install these, then try again:$packages"
	if [ "$(id -u)" -eq 0 ]; then
		as_root=
	elif ! command -v sudo >/dev/null; then
		fail "neither root nor sudo here; have these Debian packages installed:$packages"
	elif sudo -n true 2>/dev/null; then
		as_root='sudo -n'
	elif (: </dev/tty) 2>/dev/null; then
		as_root=sudo # It asks for the password on the terminal, not on standard input.
	else
		fail "sudo wants a password and there is no terminal; have these Debian packages installed:$packages"
	fi
	echo "setup: installing Debian packages${as_root:+ by sudo}:$packages"
	apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0"
	# shellcheck disable=SC2086
	{
		$apt update || echo 'setup: apt-get update failed; trying with the lists that are there.'
		find_missing "$1" >/dev/null # With fresh lists, since a package may have another name now.
		$apt install --no-install-recommends $packages
	} || fail "apt-get failed; install these Debian packages, then try again:$packages"
}

find_missing "${1:-run}"
[ -z "$packages" ] || install_packages "${1:-run}"

# npm writes this file last, so an interrupted install is done again.
installed=node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ package-lock.json -nt "$installed" ]; then
	command -v npm >/dev/null || fail 'npm is missing; it belongs to Node.js (on Debian, also package npm).'
	echo 'setup: npm ci (the compilers and the test runner, into node_modules)'
	npm ci --no-audit --no-fund || fail "'npm ci' failed; its words are above."
	touch "$installed"
fi
