# The embedded database: real PostgreSQL binaries, durable settings, its cluster in data/postgres.
# Sourced by ./vaguemestre.

PG_ARCHIVE=$HOME_DIR/ear/target/postgres/postgres-linux-amd64.jar
PG_BIN=$DATA/postgres-bin
PG_CLUSTER=$DATA/postgres
PG_LOG=$DATA/postgres.log

secret() { cat "$DATA/secrets/$1"; }

new_secret() {
  [ -s "$DATA/secrets/$1" ] || (umask 077 && head -c 24 /dev/urandom | base64 | tr '+/' '-_' >"$DATA/secrets/$1")
}

# PostgreSQL refuses to run as root: a user namespace without root, else the account « nobody ».
as_postgres() {
  if [ "$(id -u)" -ne 0 ]; then
    "$@"
  elif [ "$(stat -c %u "$PG_CLUSTER")" -eq 0 ] && unshare -U true 2>/dev/null; then
    unshare -U "$@"
  else
    chown -R 65534:65534 "$PG_CLUSTER"
    setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
  fi
}

postgres_unpack() {
  [ ! -f "$PG_BIN/.complete" ] || return 0
  [ "$(uname -m)" = x86_64 ] || die "La base embarquée n’existe que pour les machines x86_64 : indiquez la vôtre dans VAGUEMESTRE_DB_URL."
  command -v xz >/dev/null || die "Il manque xz pour installer PostgreSQL : $(install_line xz-utils)"
  step "Installation de PostgreSQL dans $PG_BIN"
  rm -rf "$PG_BIN"
  mkdir -p "$PG_BIN"
  (cd "$PG_BIN" && umask 022 && "$JAVA_HOME/bin/jar" xf "$PG_ARCHIVE" && tar xJf postgres-linux-*.txz && rm -rf postgres-linux-*.txz META-INF)
  chmod 755 "$PG_BIN"
  touch "$PG_BIN/.complete"
}

# The cluster, its two roles and its database. The owner owns the tables; the application role may not.
postgres_create() {
  [ ! -f "$PG_CLUSTER/.ready" ] || return 0
  step "Création de la base de données"
  local log=$RUN/initdb.log
  rm -rf "$PG_CLUSTER"
  mkdir -m 700 "$PG_CLUSTER"
  new_secret db-superuser
  new_secret db-owner
  new_secret db-app
  # Through a descriptor: the account PostgreSQL runs under need not read the secrets.
  as_postgres "$PG_BIN/bin/initdb" -D "$PG_CLUSTER" -U postgres -A scram-sha-256 --pwfile=<(secret db-superuser) -E UTF8 \
    --locale=C.UTF-8 --locale-provider=icu --icu-locale=fr-FR --data-checksums >"$log" 2>&1 ||
    die "La base de données n’a pas pu être créée : $(tail -n 1 "$log")"
  cat >>"$PG_CLUSTER/postgresql.conf" <<'EOF'
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 100
shared_buffers = 256MB
timezone = 'UTC'
log_timezone = 'UTC'
EOF
  as_postgres "$PG_BIN/bin/postgres" --single -D "$PG_CLUSTER" postgres >>"$log" 2>&1 <<EOF ||
create role vaguemestre_owner login password '$(secret db-owner)'
create role vaguemestre_app login password '$(secret db-app)' nosuperuser nocreatedb nocreaterole nobypassrls
create database vaguemestre owner vaguemestre_owner
EOF
    die "Les comptes de la base n’ont pas pu être créés : $(tail -n 1 "$log")"
  ! grep -q ERROR "$log" || die "Les comptes de la base n’ont pas pu être créés : $(grep -m 1 ERROR "$log")"
  touch "$PG_CLUSTER/.ready"
}

postgres_pid() { head -n 1 "$PG_CLUSTER/postmaster.pid" 2>/dev/null; }
postgres_port() { sed -n 4p "$PG_CLUSTER/postmaster.pid"; }
postgres_runs() {
  local pid
  pid=$(postgres_pid) && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = postgres ] &&
    [ "$(readlink -f "/proc/$pid/cwd")" = "$(readlink -f "$PG_CLUSTER")" ]
}

# postgres_start [SECONDS]: how long it may take until reading is possible.
postgres_start() {
  local patience=${1:-120} archiving
  postgres_unpack
  postgres_create
  if ! postgres_runs; then
    rm -f "$PG_CLUSTER/postmaster.pid" # Left by a crash: its process is gone, or is somebody else's.
    local port=${VAGUEMESTRE_DB_PORT:-54329}
    while ! port_is_free "$port"; do
      [ -z "${VAGUEMESTRE_DB_PORT:-}" ] || die "$(port_taken "$port" VAGUEMESTRE_DB_PORT)"
      port=$((port + 1))
    done
    archiving=$(postgres_archiving) || exit 1 # Its own « die » ends but the subshell.
    step "Démarrage de PostgreSQL (port $port)"
    touch "$PG_LOG"
    as_postgres "$PG_BIN/bin/pg_ctl" -D "$PG_CLUSTER" -w -t "$patience" -s -o "-p $port$archiving" start >>"$PG_LOG" 2>&1 9>&- ||
      die "PostgreSQL ne démarre pas : $(tail -n 1 "$PG_LOG") (journal : $PG_LOG)"
  fi
  postgres_environment
}

# With VAGUEMESTRE_WAL_ARCHIVE, each full segment of the log is kept there, for a recovery to a point in time.
postgres_archiving() {
  [ -n "${VAGUEMESTRE_WAL_ARCHIVE:-}" ] || return 0
  case $VAGUEMESTRE_WAL_ARCHIVE in *[!A-Za-z0-9/._-]* | [!/]*) die "VAGUEMESTRE_WAL_ARCHIVE doit être un chemin complet, sans espace ni accent." ;; esac
  mkdir -p "$VAGUEMESTRE_WAL_ARCHIVE" || die "Le dossier $VAGUEMESTRE_WAL_ARCHIVE (VAGUEMESTRE_WAL_ARCHIVE) ne peut pas être créé : créez-le pour ce compte."
  [ "$(id -u)" -ne 0 ] || [ "$(stat -c %u "$PG_CLUSTER")" -eq 0 ] || chown 65534:65534 "$VAGUEMESTRE_WAL_ARCHIVE" ||
    die "Le dossier $VAGUEMESTRE_WAL_ARCHIVE (VAGUEMESTRE_WAL_ARCHIVE) ne peut pas être donné au compte 65534, celui de PostgreSQL."
  as_postgres test -w "$VAGUEMESTRE_WAL_ARCHIVE" || die "PostgreSQL ne peut pas écrire dans $VAGUEMESTRE_WAL_ARCHIVE (VAGUEMESTRE_WAL_ARCHIVE) : donnez ce dossier au compte qui l’exécute."
  # Archiving a segment again, after a crash, is no error as long as it is the same.
  printf " -c archive_mode=on -c archive_timeout=%s -c archive_command='(test -f @/%%f && cmp -s %%p @/%%f) || (test ! -f @/%%f && cp %%p @/%%f.part && mv @/%%f.part @/%%f)'" \
    "${VAGUEMESTRE_WAL_ARCHIVE_SECONDS:-300}" | sed "s|@|$VAGUEMESTRE_WAL_ARCHIVE|g"
}

# What the server and the commands need to reach the base.
postgres_environment() {
  export VAGUEMESTRE_DB_URL="jdbc:postgresql://127.0.0.1:$(postgres_port)/vaguemestre"
  export VAGUEMESTRE_DB_USER=vaguemestre_app VAGUEMESTRE_DB_OWNER_USER=vaguemestre_owner
  VAGUEMESTRE_DB_PASSWORD=$(secret db-app) VAGUEMESTRE_DB_OWNER_PASSWORD=$(secret db-owner)
  export VAGUEMESTRE_DB_PASSWORD VAGUEMESTRE_DB_OWNER_PASSWORD
}

postgres_stop() {
  postgres_runs || return 0
  step "Arrêt de PostgreSQL"
  as_postgres "$PG_BIN/bin/pg_ctl" -D "$PG_CLUSTER" -m fast -w -t 60 -s stop >>"$PG_LOG" 2>&1 ||
    die "PostgreSQL ne s’arrête pas (journal : $PG_LOG)"
}
