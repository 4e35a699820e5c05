# How the launcher speaks: French, one sentence per fact. Sourced by ./vaguemestre.

say() { printf '%s\n' "$*"; }
step() { printf '→ %s\n' "$*"; }
ok() { printf '  ✓ %s\n' "$*"; }
ko() { printf '  ✗ %s\n' "$*"; }
die() {
  printf '%s\n' "$*" >&2
  exit 1
}

# A step that lasts: rewrites one line on a terminal, else says where it stands every ten seconds.
tick() {
  local seconds=$1 text=$2
  if [ -t 1 ]; then
    printf '\r→ %s… %d s ' "$text" "$seconds"
  elif [ $((seconds % 10)) -eq 0 ]; then
    printf '→ %s… %d s\n' "$text" "$seconds"
  fi
}
tick_end() { [ ! -t 1 ] || printf '\n'; }
