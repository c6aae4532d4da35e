#!/usr/bin/env bash
# Reviews, and leaves to later steps what to publish and how to end.
set -euo pipefail
# shellcheck source=plumbline.sh
. "$(dirname "$0")/plumbline.sh"

folder=${RUNNER_TEMP:-/tmp}/plumbline-review
mkdir -p "$folder"
rm -f "$folder/drift.sarif" "$folder/comment.md"
arguments=(--sarif "$folder/drift.sarif" --comment "$folder/comment.md" --fail-on "${PLUMBLINE_FAIL_ON:-error}")
while IFS= read -r line; do
  if [ -n "$line" ]; then arguments+=(--config "$line"); fi
done <<<"${PLUMBLINE_CONFIG:-}"
while IFS= read -r line; do
  if [ -n "$line" ]; then arguments+=(--provider "$line"); fi
done <<<"${PLUMBLINE_PROVIDER:-}"
if [ -n "${PLUMBLINE_BASE:-}" ]; then arguments+=(--base "$PLUMBLINE_BASE"); fi

code=0
"${plumbline[@]}" review "${arguments[@]}" || code=$?
{
  echo "exit-code=$code"
  if [ -f "$folder/drift.sarif" ]; then echo "sarif=$folder/drift.sarif"; fi
  if [ -f "$folder/comment.md" ]; then echo "comment=$folder/comment.md"; fi
} >>"$GITHUB_OUTPUT"
