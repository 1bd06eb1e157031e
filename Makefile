SWIFT_FLAGS := --explicit-target-dependency-import-check error
# The least coverage of rules, outcomes and boundaries that a shipped pack must have, and one that only measures speed.
MIN_COVERAGE := 98
MIN_BENCHMARK_COVERAGE := 70
PACKS := $(patsubst %/pack.yaml,%,$(wildcard rules/*/pack.yaml Benchmarks/*/*/pack.yaml))

.DEFAULT_GOAL := help
.PHONY: help setup demo build test ci lint format docs-check packs check-formats check-pipelines sanitize fuzz program install deb tarball check-packages test-deb

help: ## says what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 17

setup: ## installs the Debian packages that are missing
	@.ci/setup

demo: ## installs what is missing, builds and reviews the year in fixtures/xihu-2013
	@SWIFT_BUILD_FLAGS='$(SWIFT_FLAGS)' .ci/demo

build: setup ## builds everything in debug mode
	@swift build $(SWIFT_FLAGS)

test: setup ## runs all tests
	swift test $(SWIFT_FLAGS)

ci: test lint packs docs-check check-formats check-pipelines ## what every change must pass

lint: setup ## checks the format and the rules of the house
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks
	.ci/house

format: setup ## formats the sources
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks

docs-check: build ## checks that documentation, schema and code fit
	.ci/docs

check-formats: build ## checks every format of reports with programs of others
	@.ci/check-formats

check-pipelines: build ## tries completions, the hooks of pre-commit and the action
	@.ci/check-pipelines

packs: build ## checks every rule pack, runs its examples and measures what they cover
	@for pack in $(PACKS); do .build/debug/hegui lint $$pack || exit; done
	@for pack in $(filter rules/%,$(PACKS)); do \
		.build/debug/hegui test $$pack --min-coverage $(MIN_COVERAGE) || exit; done
	@for pack in $(filter-out rules/%,$(PACKS)); do \
		.build/debug/hegui test $$pack --min-coverage $(MIN_BENCHMARK_COVERAGE) || exit; done

sanitize: setup ## runs the tests under the address and the thread sanitizer
	ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no \
		swift test --sanitize=address --scratch-path .build-address -Xswiftc -DSANITIZED
	SWIFT_BACKTRACE=enable=no \
		swift test --sanitize=thread --scratch-path .build-thread -Xswiftc -DSANITIZED

fuzz: setup ## runs all fuzz targets, or FUZZ_TARGETS, for FUZZ_SECONDS (600) each, and compares columns with rows on FUZZ_PACKS (400)
	@FUZZ_SECONDS=$(or $(FUZZ_SECONDS),600) .ci/fuzz
	@FUZZ_PACKS=$(or $(FUZZ_PACKS),400) .ci/fuzz-columns

# What is installed is built for speed and carries the Swift library.
PROGRAM := .build/release/hegui

program: ## builds the program for speed, with the Swift library in it
	@.ci/setup patchelf
	swift build $(SWIFT_FLAGS) -c release --static-swift-stdlib --product hegui

install: program ## installs program, packs, manual and completions under PREFIX (/usr/local), below DESTDIR
	@.packaging/install $(PROGRAM)

deb: program ## makes a Debian package in out/
	@.packaging/deb $(PROGRAM)

tarball: program ## makes a tarball in out/, with checksums and what it is made of
	@.packaging/tarball $(PROGRAM)

check-packages: program ## makes package and tarball twice and compares their bytes
	@.packaging/twice $(PROGRAM)

test-deb: ## installs the package of out/ in a clean Debian and uses it there; as root
	@.packaging/test-deb
