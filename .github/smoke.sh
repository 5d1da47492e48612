#!/usr/bin/env bash
# smoke.sh URL: the deployed app serves its page and its description, and reaches its stores. Patient for three minutes,
# which is what a rolling update may take before the new instances answer.
set -euo pipefail
for path in /api/v1/health /api/v1/openapi.json /; do
  curl --silent --show-error --fail --output /dev/null --max-time 30 \
    --retry 18 --retry-delay 10 --retry-all-errors "${1%/}${path}"
  echo "${path} answers"
done
