#!/usr/bin/env bash
# A pull request from a fork may not be commented on: that fails no check.
set -euo pipefail
# shellcheck source=plumbline.sh
. "$(dirname "$0")/plumbline.sh"

if ! "${plumbline[@]}" comment "$PLUMBLINE_COMMENT"; then
  echo '::notice::The comment could not be written; the summary of the job says the same.'
fi
