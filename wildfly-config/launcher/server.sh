# WildFly: its base directory in data/server, refreshed from the build at each start. Sourced by ./vaguemestre.

BASE=$DATA/server
SERVER_LOG=$BASE/log/server.log
SERVER_PID_FILE=$RUN/server.pid

address() { echo "http://${VAGUEMESTRE_HOST:-localhost}:$HTTP_PORT"; }

server_pid() { cat "$SERVER_PID_FILE" 2>/dev/null; }

# A pid alone proves nothing after a crash: the process must be a server of this very directory.
server_runs() {
  local pid
  pid=$(server_pid) && [ -n "$pid" ] && grep -qzx -- "-Djboss.server.base.dir=$BASE" "/proc/$pid/cmdline" 2>/dev/null
}

server_health() {
  if http_get "$MGMT_PORT" /health/ready >/dev/null; then echo "prêt"; else echo "pas encore prêt"; fi
}

# Configuration and EAR follow the build; logs, transaction log and timers stay from one start to the next.
server_refresh() {
  mkdir -p "$BASE/log" "$BASE/data"
  rm -rf "$BASE/configuration" "$BASE/deployments" "$BASE/tmp" "$BASE/data/content"
  cp -R "$SERVER_HOME/standalone/configuration" "$SERVER_HOME/standalone/deployments" "$BASE/"
  rm -f "$BASE"/deployments/*.deployed "$BASE"/deployments/*.failed
  touch "$BASE/deployments/vaguemestre.ear.dodeploy"
}

server_start() {
  local mode=$1
  [ -f "$SERVER_HOME/jboss-modules.jar" ] || die "Le serveur n’est pas construit : lancez ./mvnw package."
  [ -z "$(find "$SERVER_HOME/standalone/configuration" "$SERVER_HOME/standalone/deployments" ! -readable -print -quit 2>/dev/null)" ] ||
    die "Le serveur a été construit par un autre utilisateur, et ce compte ne peut pas le lire : reconstruisez-le sous ce compte (./mvnw package), ou rendez-le lisible (chmod -R a+rX $SERVER_HOME)."
  office_leftovers
  server_refresh
  export VAGUEMESTRE_DATA=$DATA VAGUEMESTRE_LOG_CONSOLE=OFF VAGUEMESTRE_HTTP_PORT=$HTTP_PORT
  if [ "$mode" = demo ]; then
    export VAGUEMESTRE_DEMO=true VAGUEMESTRE_SMTP_CATCHER_PORT=$SMTP_CATCHER_PORT
    export VAGUEMESTRE_SMTP_HOST=${VAGUEMESTRE_SMTP_HOST:-127.0.0.1} VAGUEMESTRE_SMTP_PORT=${VAGUEMESTRE_SMTP_PORT:-$SMTP_CATCHER_PORT}
  else
    export VAGUEMESTRE_DEMO=false
  fi
  # One thread per tesseract process: pages are spread over the cores, not each page over all of them.
  export OMP_THREAD_LIMIT=${OMP_THREAD_LIMIT:-1}
  export JBOSS_HOME=$SERVER_HOME JBOSS_PIDFILE=$SERVER_PID_FILE LAUNCH_JBOSS_IN_BACKGROUND=1
  export JAVA_OPTS="-Xms256m -Xmx${VAGUEMESTRE_HEAP:-1g} -XX:MaxMetaspaceSize=512m -XX:+ExitOnOutOfMemoryError \
-Dfile.encoding=UTF-8 -Duser.timezone=UTC -Djava.awt.headless=true -Djava.net.preferIPv4Stack=true \
--add-opens=java.base/java.nio=ALL-UNNAMED -Djboss.modules.system.pkgs=org.jboss.byteman -Dmail.mime.ignoreunknownencoding=true \
-Dmail.mime.base64.ignoreerrors=true -Dmail.mime.uudecode.ignoreerrors=true ${VAGUEMESTRE_JAVA_OPTS:-}"
  : >"$RUN/console.log"
  rm -f "$DATA/demo.failed"
  rm -f "$SERVER_PID_FILE"
  # In its own session: Ctrl-C reaches the launcher alone, which then stops things in order.
  setsid "$SERVER_HOME/bin/standalone.sh" -Djboss.server.base.dir="$BASE" -Djboss.http.port="$HTTP_PORT" \
    -Djboss.management.http.port="$MGMT_PORT" -b "$BIND" -bmanagement 127.0.0.1 \
    </dev/null >"$RUN/console.log" 2>&1 9>&- &
  server_wait
  if [ "$mode" = demo ]; then demo_wait; else first_administrator; fi
}

# A fresh installation's password, shown once.
first_administrator() {
  local account password
  [ -f "$DATA/first-administrator" ] || return 0
  read -r account password <"$DATA/first-administrator"
  rm -f "$DATA/first-administrator"
  say ""
  say "Premier administrateur : $account, mot de passe $password"
  say "Notez-le : il n’est montré qu’une fois. Changez-le après vous être identifié."
}

# The demo towns are loaded once, behind the server's start; demo.progress says how far.
demo_wait() {
  local begin=$SECONDS limit=${VAGUEMESTRE_DEMO_TIMEOUT:-900}
  while [ ! -f "$DATA/demo.loaded" ]; do
    if [ -f "$DATA/demo.failed" ]; then
      tick_end
      die "Les données de démonstration n’ont pas pu être chargées : $(cat "$DATA/demo.failed"). Journal : $SERVER_LOG"
    elif ! server_runs; then
      tick_end
      server_complain "Le serveur s’est arrêté pendant le chargement de la démonstration"
    elif [ $((SECONDS - begin)) -gt "$limit" ]; then
      tick_end
      die "La démonstration n’est pas chargée après $limit s. Journal : $SERVER_LOG"
    fi
    tick $((SECONDS - begin)) "Chargement des villes de démonstration, courriers : $(cat "$DATA/demo.progress" 2>/dev/null || echo 0)"
    sleep 1
  done
  tick_end
}

server_wait() {
  local begin=$SECONDS limit=${VAGUEMESTRE_START_TIMEOUT:-600} text="Démarrage du serveur"
  while :; do
    if [ -f "$BASE/deployments/vaguemestre.ear.failed" ]; then
      tick_end
      server_stop
      server_complain "Vaguemestre n’a pas pu démarrer"
    elif [ -f "$BASE/deployments/vaguemestre.ear.deployed" ] && http_get "$MGMT_PORT" /health/ready >/dev/null; then
      break
    elif [ $((SECONDS - begin)) -gt 5 ] && ! server_runs; then
      tick_end
      server_complain "Le serveur s’est arrêté pendant son démarrage"
    elif [ $((SECONDS - begin)) -gt "$limit" ]; then
      tick_end
      server_complain "Le serveur n’est pas prêt après $limit s"
    fi
    tick $((SECONDS - begin)) "$text"
    sleep 1
  done
  tick_end
  step "Serveur prêt en $((SECONDS - begin)) s"
}

server_complain() {
  { grep -hE ' (ERROR|FATAL) ' "$SERVER_LOG" 2>/dev/null || cat "$RUN/console.log"; } | tail -n 5 | cut -c 1-300 >&2
  postgres_stop
  die "$1. Son journal : $SERVER_LOG"
}

# What a killed server leaves behind: its office processes, known by the folder they work in.
office_leftovers() {
  local line pid
  for line in /proc/[0-9]*/cmdline; do
    if grep -qz -- "^-env:UserInstallation=file://$DATA/work/office/" "$line" 2>/dev/null; then
      pid=${line#/proc/}
      kill -KILL "${pid%/cmdline}" 2>/dev/null || true
    fi
  done
}

server_stop() {
  server_runs || { rm -f "$SERVER_PID_FILE"; office_leftovers; return 0; }
  local pid waited=0
  pid=$(server_pid)
  step "Arrêt du serveur"
  kill -TERM "$pid"
  while server_runs; do
    waited=$((waited + 1))
    if [ $waited -eq 120 ]; then kill -KILL "$pid"; fi
    sleep 0.5
  done
  rm -f "$SERVER_PID_FILE"
  office_leftovers
}
