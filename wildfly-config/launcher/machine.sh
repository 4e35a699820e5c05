# What the machine offers: a JDK, disk, ports. Sourced by ./vaguemestre and ./mvnw.

NO_JDK="Aucun JDK 21 ou plus récent sur cette machine : installez-en un (par exemple Temurin 21 ou 25), ou indiquez le sien dans JAVA_HOME."

# Major version of the JDK in a directory, empty when it is none.
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Sets and exports JAVA_HOME to the first JDK ≥ 21: the user's own choice first, then the usual places.
find_jdk() {
  local candidate major on_path
  on_path=$(readlink -f "$(command -v javac || true)" 2>/dev/null || true)
  for candidate in "${JAVA_HOME:-}" "${on_path%/bin/javac}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
      "$HOME"/.jdks/* /opt/* /opt/*/*; do
    [ -n "$candidate" ] || continue
    major=$(jdk_major "$candidate")
    if [ -n "$major" ] && [ "$major" -ge 21 ]; then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  return 1
}

existing_parent() {
  local dir=$1
  while [ ! -d "$dir" ]; do dir=$(dirname "$dir"); done
  echo "$dir"
}
enough_disk() { [ "$(df -Pk "$(existing_parent "$DATA")" | awk 'NR == 2 { print $4 }')" -ge 1048576 ]; }
free_disk() { df -Ph "$(existing_parent "$DATA")" | awk 'NR == 2 { print $4 }'; }

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# port_taken PORT [VARIABLE]: the sentence, naming who holds the port when the system tells.
port_taken() {
  local holder=
  if command -v ss >/dev/null; then
    holder=$(ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/ par \1 (processus \2)/p' | head -n 1)
  fi
  printf 'Le port %s est déjà pris%s' "$1" "$holder"
  [ -z "${2:-}" ] || printf ' : libérez-le, ou choisissez-en un autre avec %s=…' "$2"
  printf '.\n'
}

# Body of a local page, without curl; fails when the status is not 200.
http_get() {
  local port=$1 path=$2 line status
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$path" >&3
  read -r -t 10 line <&3 || { exec 3>&-; return 1; }
  status=$(awk '{ print $2 }' <<<"$line")
  timeout 10 cat <&3 || true
  exec 3>&-
  [ "$status" = 200 ]
} 2>/dev/null
