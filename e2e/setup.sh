#!/usr/bin/env bash
# Brings what the journeys need and is not in the checkout: npm packages, a Python virtual environment, Chromium.
# Does nothing the second time.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf 'e2e: %s\n' "$*" >&2; }

if ! command -v node >/dev/null || [ "$(node -p 'parseInt(process.versions.node)')" -lt 20 ]; then
  say "Node 20 or later is needed; install it (Debian: apt-get install nodejs npm)."
  exit 1
fi
for folder in e2e e2e/guides bench samples/node samples/browser; do
  if [ ! -f "$folder/node_modules/.package-lock.json" ] ||
    [ "$folder/package-lock.json" -nt "$folder/node_modules/.package-lock.json" ]; then
    say "npm ci in $folder"
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json)
  fi
done
if [ ! -f samples/browser/dist/main.js ] || [ samples/browser/main.js -nt samples/browser/dist/main.js ]; then
  (cd samples/browser && node build.mjs)
fi

venv="${E2E_VENV:-e2e/.venv}"
if ! "$venv/bin/python" -c 'import logto, flask, asgiref' 2>/dev/null; then
  say "making the Python virtual environment $venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r samples/flask/requirements.txt
fi

if ! "$venv/bin/python" -c 'import schemathesis, authlib, requests, onelogin.saml2' 2>/dev/null; then
  say "installing schemathesis, authlib and python3-saml into $venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r e2e/requirements.txt
fi

if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing Chromium"
    DEBIAN_FRONTEND=noninteractive apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null
  else
    say "Chromium is needed at /usr/bin/chromium, or at the path in CHROMIUM."
    exit 1
  fi
fi

jar=samples/spring-boot/target/books.jar
if [ ! -f "$jar" ] || [ -n "$(find samples/spring-boot/src samples/spring-boot/pom.xml -newer "$jar" -print -quit)" ]; then
  say "building samples/spring-boot"
  mvn -q -B -f samples/spring-boot/pom.xml package || say "samples/spring-boot does not build here: its journey is skipped"
fi
