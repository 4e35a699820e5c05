# Backup and restore. Sourced by ./vaguemestre. See docs/operations/backup.md.
#
# A backup is a folder: database (cluster/ or database.dump), content/, anchors/, secrets/, about, SHA256SUMS.
# The database comes first, the contents after it: bytes are kept before the row that names them is committed, and are
# never changed, so that every row copied finds its bytes. The other way round, what is registered in between would not.

about() { sed -n "s/^$1=//p" "$2/about"; }

# Reads of the database and its log go through the driver: the embedded binaries bring no client.
backup_tool() {
  local jar=$HOME_DIR/ear/target/vaguemestre/vaguemestre-ejb.jar driver=$SERVER_HOME/modules/org/postgresql/main/postgresql.jar
  [ -f "$jar" ] && [ -f "$driver" ] || die "Vaguemestre n’est pas construit : lancez ./mvnw package."
  "$JAVA_HOME/bin/java" -Xmx256m -cp "$jar:$driver" "$@"
}

# libpq's way of saying where and who, from ours; what follows « ? » is for the JDBC driver alone.
libpq_environment() {
  local url=${VAGUEMESTRE_DB_URL#jdbc:}
  PG_TARGET=${url%%\?*}
  export PGUSER=${VAGUEMESTRE_DB_OWNER_USER:-vaguemestre_owner} PGPASSWORD=${VAGUEMESTRE_DB_OWNER_PASSWORD:-}
}

need_client() { command -v "$1" >/dev/null || die "Il manque $1 : installez le paquet postgresql-client, à la version de votre serveur PostgreSQL ou plus récente."; }

backup() {
  local target= keys= started=
  while [ $# -gt 0 ]; do
    case $1 in
      --secrets) [ $# -gt 1 ] || die "Il manque le dossier après --secrets."; keys=$2; shift ;;
      -*) die "Option inconnue : $1" ;;
      *) [ -z "$target" ] || die "Un seul dossier de sauvegarde à la fois."; target=$1 ;;
    esac
    shift
  done
  [ -n "$target" ] || die "Où sauvegarder ? ./vaguemestre backup DOSSIER [--secrets AUTRE-DOSSIER]"
  find_jdk || die "$NO_JDK"
  [ -f "$DATA/mode" ] || die "Rien à sauvegarder : $DATA n’est pas un dossier de données de Vaguemestre."
  target=$(readlink -m "$target")
  keys=$(readlink -m "${keys:-$target/secrets}")
  [ -n "${VAGUEMESTRE_DB_URL:-}" ] || [ -f "$PG_CLUSTER/.ready" ] ||
    die "Il n’y a pas de base embarquée dans $DATA : si la vôtre est extérieure, il manque VAGUEMESTRE_DB_URL à l’environnement de cette commande (cron ne lit pas celui du serveur)."
  local griffes=${VAGUEMESTRE_GRIFFE_KEYS:-$DATA/secrets/griffe-keys}
  [ -z "${VAGUEMESTRE_GRIFFE_KEYS:-}" ] || [ -r "$griffes" ] || die "Le fichier des clés des griffes, $griffes (VAGUEMESTRE_GRIFFE_KEYS), ne se lit pas."
  case $target/ in "$DATA"/*) die "Sauvegardez hors de $DATA : ce qui détruit l’un détruirait l’autre." ;; esac
  empty_folder "$target"
  [ "$keys" = "$target/secrets" ] || empty_folder "$keys"
  umask 077
  mkdir -p "$target" "$keys"
  : >"$target/INCOMPLETE"

  step "Base de données"
  if [ -n "${VAGUEMESTRE_DB_URL:-}" ]; then
    need_client pg_dump
    libpq_environment
    pg_dump --format=custom --file="$target/database.dump" "$PG_TARGET" || die "La base de données n’a pas pu être sauvegardée."
    started=dump
  else
    local own=
    if ! postgres_runs; then
      own=yes
      take_lock
      trap 'leave_postgres' EXIT
      postgres_start
    fi
    postgres_environment
    VAGUEMESTRE_DB_SUPERUSER_PASSWORD=$(secret db-superuser) \
      backup_tool fr.vaguemestre.platform.db.ClusterBackup "$PG_CLUSTER" "$target/cluster" ||
      die "La base de données n’a pas pu être sauvegardée."
    started=cluster
    [ -z "$own" ] || leave_postgres
  fi

  step "Contenus"
  mkdir -p "$target/content" "$target/anchors"
  if [ -d "$DATA/content" ]; then copy_contents "$target/content" "$target/INCOMPLETE"; fi
  contents_hold "$target/content"
  [ ! -d "$DATA/anchors" ] || cp -R "$DATA/anchors/." "$target/anchors/"

  step "Clés"
  cp -R "$DATA/secrets/." "$keys/"
  if [ -n "${VAGUEMESTRE_GRIFFE_KEYS:-}" ]; then cp "$griffes" "$keys/griffe-keys"; fi

  step "Empreintes"
  { echo "format=1"; echo "mode=$(cat "$DATA/mode")"; echo "database=$started"
    echo "at=$(date -u +%Y-%m-%dT%H:%M:%SZ)"; echo "version=$(sed -n 's|^ *<version>\(.*\)</version>|\1|p' "$HOME_DIR/pom.xml" | head -n 1)"
    [ ! -f "$DATA/demo.loaded" ] || echo "demo=loaded"; } >"$target/about"
  (cd "$target" && find . -type f ! -path './secrets/*' ! -name SHA256SUMS ! -name INCOMPLETE -print0 | sort -z | xargs -0 sha256sum) >"$target/SHA256SUMS"
  (cd "$keys" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum) >"$keys/SHA256SUMS"
  sync -f "$target" 2>/dev/null || true
  rm "$target/INCOMPLETE"
  say "Sauvegardé : $target ($(du -sh "$target" | cut -f1), $(find "$target/content" -type f | wc -l) contenus)"
  say "Les clés sont dans $keys : rangez-les à part, sans elles une copie de la base ne livre aucune griffe."
  if [ -f "$keys/griffe-keys" ]; then say "Clés des griffes : celles de $griffes."; else
    say "Clés des griffes : aucune. Si le serveur en a ailleurs, indiquez leur fichier dans VAGUEMESTRE_GRIFFE_KEYS et sauvegardez de nouveau."
  fi
}

# Behind the lock PostgreSQL is the backup's own, unless a server started just before, or by other means.
leave_postgres() {
  trap - EXIT
  server_runs || postgres_stop
  exec 9>&-
}

# copy_contents TO LIST. Files being written begin with a dot, and are no content yet. What goes meanwhile was asked to
# go; what is still there and did not come could not be read.
copy_contents() {
  local to=$1 list=$2 name
  (cd "$DATA/content" && find . -ignore_readdir_race -type f -regex '.*/[0-9a-f]*' -print0) >"$list" ||
    die "Le dossier $DATA/content ne se lit pas en entier."
  tar --create --directory="$DATA/content" --null --files-from="$list" --ignore-failed-read --warning=no-failed-read --file=- |
    tar --extract --file=- --directory="$to" || die "Les contenus n’ont pas pu être copiés."
  while IFS= read -r -d '' name; do
    [ ! -e "$to/$name" ] && [ -e "$DATA/content/$name" ] || continue
    { mkdir -p "$(dirname "$to/$name")" && cp "$DATA/content/$name" "$to/$name"; } || [ ! -e "$DATA/content/$name" ] ||
      die "Le contenu $DATA/content/$name ne se lit pas."
  done <"$list"
}

empty_folder() {
  [ ! -e "$1" ] || { [ -d "$1" ] && [ -z "$(ls -A "$1")" ]; } || die "Le dossier $1 n’est pas vide : indiquez-en un autre."
}

# A content's name is the SHA-256 of its bytes.
contents_hold() {
  local wrong
  # A line begins with a backslash when the path holds one.
  wrong=$(find "$1" -type f ! -name '.*' -print0 | xargs -0 -r sha256sum |
    awk '{ sub(/^\\/, ""); path = substr($0, 67); n = split(path, p, "/"); if (p[n] != substr($0, 1, 64) && ++wrong <= 5) print path }') ||
    die "Les contenus de $1 ne se lisent pas tous."
  [ -z "$wrong" ] || die "Des contenus ne sont plus ceux d’origine : $wrong"
}

restore() {
  local from= keys= force= log= until= later=
  while [ $# -gt 0 ]; do
    case $1 in
      --force) force=yes ;;
      --secrets | --wal | --until | --content)
        [ $# -gt 1 ] || die "Il manque une valeur après $1."
        case $1 in --secrets) keys=$2 ;; --wal) log=$2 ;; --content) later=$2 ;; *) until=$2 ;; esac
        shift ;;
      -*) die "Option inconnue : $1" ;;
      *) [ -z "$from" ] || die "Une seule sauvegarde à la fois."; from=$1 ;;
    esac
    shift
  done
  [ -n "$from" ] || die "Quelle sauvegarde ? ./vaguemestre restore DOSSIER [--secrets DOSSIER] [--wal DOSSIER [--until 'DATE'] [--content DOSSIER]] [--force]"
  find_jdk || die "$NO_JDK"
  from=$(readlink -m "$from")
  [ -f "$from/about" ] || die "$from n’est pas une sauvegarde de Vaguemestre."
  [ ! -f "$from/INCOMPLETE" ] || die "La sauvegarde $from est inachevée : prenez la précédente."
  [ "$(about format "$from")" = 1 ] || die "Cette sauvegarde vient d’une version plus récente : restaurez-la avec elle."
  keys=$(readlink -m "${keys:-$from/secrets}")
  [ -f "$keys/SHA256SUMS" ] || die "Les clés manquent : indiquez leur dossier, ./vaguemestre restore $from --secrets DOSSIER"
  [ -z "$until" ] || [ -n "$log" ] || die "--until demande aussi --wal, le dossier du journal archivé de PostgreSQL."
  if [ -n "$until" ]; then # Said as PostgreSQL's configuration takes it, and before anything is put aside.
    until=$(date -u -d "$until" '+%Y-%m-%d %H:%M:%S.%6N+00' 2>/dev/null) || die "--until attend un instant : '2026-11-21 14:05:00+01'."
  fi
  if [ -d "$RUN" ]; then take_lock; fi
  server_runs && die "Vaguemestre tourne dans $DATA : arrêtez-le d’abord, ./vaguemestre stop"
  postgres_runs && die "La base de données tourne dans $DATA : arrêtez-la d’abord, ./vaguemestre stop"
  if [ -d "$DATA" ] && [ -n "$(ls -A "$DATA")" ] && [ -z "$force" ]; then
    die "Le dossier $DATA n’est pas vide. Pour mettre de côté ce qu’il contient et restaurer : ajoutez --force"
  fi
  step "Vérification de la sauvegarde du $(about at "$from")"
  (cd "$from" && sha256sum --quiet --strict -c SHA256SUMS) || die "La sauvegarde est abîmée : rien n’a été restauré."
  (cd "$keys" && sha256sum --quiet --strict -c SHA256SUMS) || die "Les clés sont abîmées : rien n’a été restauré."
  contents_hold "$from/content"
  [ -z "$later" ] || { later=$(readlink -e "$later") && [ -d "$later" ]; } || die "Le dossier des contenus indiqué par --content n’existe pas."
  [ -z "$later" ] || contents_hold "$later"
  case $(about database "$from") in
    cluster) [ -z "${VAGUEMESTRE_DB_URL:-}" ] || die "Cette sauvegarde est celle de la base embarquée : restaurez sans VAGUEMESTRE_DB_URL."
      [ -z "$log" ] || { log=$(readlink -e "$log") && [ -d "$log" ]; } || die "Le dossier du journal archivé, indiqué par --wal, n’existe pas."
      [ -z "$log" ] || log_continues "$log" "$from/cluster" "$until"
      local archive=${VAGUEMESTRE_WAL_ARCHIVE:-}
      [ -z "$archive" ] || [ ! -d "$archive" ] || [ -z "$(ls -A "$archive")" ] ||
        die "Après une restauration, le journal s’archive dans un dossier neuf : changez VAGUEMESTRE_WAL_ARCHIVE, et gardez $archive." ;;
    dump) [ -n "${VAGUEMESTRE_DB_URL:-}" ] || die "Cette sauvegarde est celle d’une base extérieure : indiquez où restaurer dans VAGUEMESTRE_DB_URL."
      [ -z "$log" ] || die "Un journal archivé se rejoue sur votre serveur PostgreSQL : voyez docs/operations/backup.md."
      restore_target_is_free "$force" ;;
    *) die "Cette sauvegarde est illisible." ;;
  esac
  put_aside
  umask 077
  mkdir -p "$DATA/secrets"
  echo "restauration inachevée" >"$DATA/mode" # Until the last line nothing starts on what is half there.
  cp -R "$keys/." "$DATA/secrets/"
  rm -f "$DATA/secrets/SHA256SUMS"
  step "Contenus"
  cp -R "$from/content" "$from/anchors" "$DATA/"
  # A later moment than the backup's names later contents.
  [ -z "$later" ] || cp -R --update=none "$later/." "$DATA/content/" 2>/dev/null || cp -Rn "$later/." "$DATA/content/"
  step "Base de données"
  if [ "$(about database "$from")" = cluster ]; then restore_cluster "$from" "$log" "$until"; else restore_dump "$from" "$force"; fi
  [ "$(about demo "$from")" != loaded ] || : >"$DATA/demo.loaded"
  about mode "$from" >"$DATA/mode"
  say "Restauré dans $DATA. L’index de recherche se remplit de nouveau au premier démarrage."
  say "Ce qui attendait de partir au moment de la sauvegarde partira : avant de démarrer, voyez docs/operations/backup.md."
}

# What was there stays, under a name that says since when, until somebody removes it.
put_aside() {
  ASIDE=
  if [ -d "$DATA" ] && [ -n "$(ls -A "$DATA")" ]; then
    ASIDE=$DATA.before-$(date -u +%Y%m%dT%H%M%SZ)
    mv "$DATA" "$ASIDE"
    say "Ce qui était là est dans $ASIDE : effacez-le quand tout va bien."
  fi
  mkdir -p "$DATA"
  take_lock # The one held until here went aside with its folder.
  [ ! -f "$DATA/mode" ] || die "Un démarrage a commencé dans $DATA pendant la vérification : arrêtez-le, ./vaguemestre stop, et recommencez."
}

# Where to find what a restoration that failed had put aside.
aside() { [ -z "$ASIDE" ] || printf ' Ce qui était là est dans %s : pour y revenir, remettez ce dossier à la place de %s.' "$ASIDE" "$DATA"; }

# The account PostgreSQL will run under: the restored cluster belongs to whoever restores it.
as_restored() {
  if [ "$(id -u)" -ne 0 ]; then
    "$@"
  elif unshare -U true 2>/dev/null; then
    unshare -U "$@"
  else
    setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
  fi
}

# log_continues LOG CLUSTER UNTIL: replaying ends without a word where a segment is missing.
log_continues() {
  local log=$1 last next latest unread
  case $log in *[\'\"%\\\$\`]*) die "Le chemin $log ne peut pas être donné à PostgreSQL : indiquez-en un sans guillemet, apostrophe, %, \$ ni barre oblique inverse." ;; esac
  unread=$(cd / && as_restored find -L "$log" -maxdepth 1 -type f ! -readable -print -quit) && [ -z "$unread" ] ||
    die "Le compte qui exécute PostgreSQL ne peut pas lire ${unread:-$log} : rendez le journal archivé lisible (chmod -R a+rX), ainsi que les dossiers qui y mènent."
  last=$(cd "$2/pg_wal" && find . -type f -printf '%f\n' | grep -Ex '[0-9A-F]{24}' | LC_ALL=C sort | tail -n 1) || return 0
  next_segment "$last"
  [ -f "$log/$next" ] || die "Le journal archivé dans $log ne contient pas $next, le premier segment après la sauvegarde : rien ne serait rejoué. Pour restaurer la sauvegarde seule, ôtez --wal."
  latest=$(cd "$log" && find -L . -maxdepth 1 -type f -printf '%f\n' | grep -Ex "${last:0:8}[0-9A-F]{16}" | LC_ALL=C sort | tail -n 1)
  while [ -f "$log/$next" ]; do last=$next; next_segment "$last"; done
  [ "$last" = "$latest" ] || [ -n "$3" ] ||
    die "Il manque le segment $next dans $log, qui va jusqu’à $latest : retrouvez-le, ou indiquez par --until un instant qui le précède."
}

# The name after this one's: timeline, then the count of 16 MB segments, 256 for each 4 GB.
next_segment() {
  local number=$((16#${1:8:8} * 256 + 16#${1:16:8} + 1))
  printf -v next '%s%08X%08X' "${1:0:8}" $((number / 256)) $((number % 256))
}

restore_cluster() {
  local from=$1 log=$2 until=$3
  cp -R "$from/cluster" "$PG_CLUSTER"
  chmod 700 "$PG_CLUSTER"
  touch "$PG_CLUSTER/.ready"
  # A recovery even without an archive: what is written from here on is a history of its own, on a new timeline.
  local command=false
  if [ -n "$log" ]; then
    command="cp \"$log/%f\" \"%p\""
  fi
  : >"$PG_CLUSTER/recovery.signal"
  { echo "restore_command = '$command'"
    echo "recovery_target_action = 'promote'"
    echo "recovery_target_timeline = 'current'"
    [ -z "$until" ] || echo "recovery_target_time = '$until'"; } >>"$PG_CLUSTER/postgresql.auto.conf"
  trap 'postgres_stop' EXIT
  # A long log takes hours: the limit is only that of waiting for a server that lives, a week.
  postgres_unpack
  (postgres_start 604800) || die "La reprise a échoué.$(aside)"
  recovered
  sed -i '/^\(restore_command\|recovery_target_\)/d' "$PG_CLUSTER/postgresql.auto.conf"
  postgres_stop
  local replayed
  replayed=$(sed -n 's/.*last completed transaction was at log time //p' "$PG_LOG" | tail -n 1)
  say "Dernière transaction rejouée : ${replayed:-aucune, la base est telle qu’à la sauvegarde}"
}

# Starting returns once reading is possible, the log not yet replayed to its end: the signal goes when it is.
recovered() {
  while [ -f "$PG_CLUSTER/recovery.signal" ]; do
    postgres_runs || die "PostgreSQL s’est arrêté pendant la reprise : $(grep FATAL "$PG_LOG" | tail -n 1) (journal : $PG_LOG).$(aside)"
    sleep 0.5
  done
}

restore_target_is_free() {
  need_client psql
  need_client pg_restore
  libpq_environment
  local tables
  tables=$(psql -XAtq -d "$PG_TARGET" -c "select count(*) from pg_tables where schemaname = 'public'") ||
    die "La base de données $PG_TARGET ne répond pas."
  [ "$tables" = 0 ] || [ -n "$1" ] || die "La base $PG_TARGET n’est pas vide. Pour la remplacer : ajoutez --force"
}

# One transaction, committed by the last line alone. With force, what a later version made goes too: --clean knows only
# what the dump holds.
restore_dump() {
  {
    echo "set client_min_messages = warning; begin;"
    [ -z "$2" ] || cat <<'EOF'
drop owned by current_user cascade;
do $$ begin
  if to_regnamespace('public') is null then
    create schema public;
    grant usage on schema public to public;
  end if;
end $$;
EOF
    pg_restore --file=- "$1/database.dump" && echo "commit;"
  } | psql -Xq -v ON_ERROR_STOP=1 -d "$PG_TARGET" >/dev/null ||
    die "La base de données n’a pas pu être restaurée : rien n’y a changé.$(aside)"
}
