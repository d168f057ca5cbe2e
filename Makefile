# The front door. Every target sets up what it needs first; `make help` lists them.
#
# Standard output belongs to the app: whatever make, the set-up or the build say goes to standard error.

MAKEFLAGS += --no-print-directory
.SILENT:

# From elsewhere (make -f) nothing below would be found.
ifeq ($(wildcard scripts/setup.sh),)
$(error This Makefile works in its own folder: make --no-print-directory -C '$(patsubst %/,%,$(dir $(MAKEFILE_LIST)))' $(MAKECMDGOALS))
endif

.PHONY: new run test build debug bench conformance porffor-check fuzz mutants soak litmus check format docs setup clean help
.DEFAULT_GOAL := help

# What a user may set, handed on by the environment, so that no shell splits or expands it.
export APP NATIVE SMP MEM QEMU_ARGS EOF MEASURE TESTS FAULTS RACES HOW SEED COUNT MINUTES SHAPE

run := scripts/command.sh
bin := node_modules/.bin

run:
	scripts/setup.sh run
	exec $(run) scripts/qemu.ts

build:
	scripts/setup.sh run
	exec $(run) scripts/build.ts

debug:
	scripts/setup.sh debug
	exec $(run) scripts/debug.ts

new:
	scripts/setup.sh run
	exec $(run) scripts/new.ts

test:
	scripts/setup.sh test
	exec $(bin)/vitest run $$TESTS

check:
	scripts/setup.sh check
	$(bin)/biome ci --colors=off --log-kind=compact .
	for world in kernel kernel/runtime examples test/boot/images bench/apps scripts test; do $(bin)/tsc -p $$world || exit; done
	exec $(bin)/vitest run $$TESTS

format:
	scripts/setup.sh run
	$(bin)/biome check --write .

bench:
	scripts/setup.sh run
	exec $(run) bench/run.ts

docs:
	scripts/setup.sh run
	exec $(run) scripts/document.ts

conformance:
	scripts/setup.sh test
	exec node --import tsx test/conformance/run.ts $$TESTS

porffor-check:
	scripts/setup.sh test
	exec node --import tsx test/conformance/porffor-check.ts

fuzz:
	scripts/setup.sh test
	exec $(run) scripts/fuzz/run.ts --count $${COUNT:-10000} $${SEED:+--seed $$SEED}

mutants:
	scripts/setup.sh test
	exec $(run) scripts/mutants/run.ts $${FAULTS:+"$$FAULTS"}

soak:
	scripts/setup.sh test
	exec $(run) test/soak/run.ts

litmus:
	scripts/setup.sh run
	exec $(run) scripts/litmus/run.ts $$SHAPE

setup:
	scripts/setup.sh check

clean:
	rm -rf build

help:
	cat scripts/make.help.txt
