# System packages (Debian, Ubuntu): said before being installed, never installed without being root.
# Sourced by ./vaguemestre.

RUNTIME_PACKAGES=(tesseract-ocr tesseract-ocr-fra libreoffice-writer-nogui fonts-liberation poppler-utils xz-utils maven)
TEST_PACKAGES=(chromium litmus)
NO_INSTALL=${NO_INSTALL:-}

package_purpose() {
  case $1 in
    tesseract-ocr | tesseract-ocr-fra) echo "les scans ne sont pas reconnus (OCR)" ;;
    libreoffice-writer-nogui) echo "les réponses ne deviennent pas des PDF" ;;
    fonts-liberation) echo "les PDF produits changent de police" ;;
    poppler-utils) echo "certaines vignettes manquent" ;;
    xz-utils) echo "la base PostgreSQL embarquée ne s’installe pas" ;;
    maven) echo "la construction n’est pas possible" ;;
    chromium) echo "les parcours dans un navigateur ne sont pas vérifiés" ;;
    litmus) echo "l’édition en place (WebDAV) n’est pas vérifiée par un tiers" ;;
  esac
}

# By what the package brings, so that a machine which has it from elsewhere is left alone.
package_present() {
  case $1 in
    tesseract-ocr) command -v tesseract ;;
    tesseract-ocr-fra) compgen -G "/usr/share/tesseract-ocr/*/tessdata/fra.traineddata" || tesseract --list-langs | grep -qx fra ;;
    libreoffice-writer-nogui) compgen -G "/usr/lib/libreoffice/program/libswlo.so" || compgen -G "/opt/libreoffice*/program/libswlo.so" ;;
    fonts-liberation) compgen -G "/usr/share/fonts/truetype/liberation*" ;;
    poppler-utils) command -v pdftoppm ;;
    xz-utils) command -v xz ;;
    maven) "$HOME_DIR/mvnw" --find ;;
    chromium) command -v chromium || command -v chromium-browser || command -v google-chrome ;;
    litmus) command -v litmus ;;
  esac >/dev/null 2>&1
}

missing_packages() {
  local package
  for package; do package_present "$package" || echo "$package"; done
}

install_line() {
  [ "$(id -u)" -eq 0 ] || printf 'sudo '
  echo "apt-get install -y --no-install-recommends $*"
}

install_packages() {
  mapfile -t MISSING < <(missing_packages "$@")
  [ ${#MISSING[@]} -gt 0 ] || return 0
  if [ -n "$NO_INSTALL" ] || [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    say "Il manque à cette machine : ${MISSING[*]}"
    say "Pour les installer : $(install_line "${MISSING[@]}")"
    local package
    for package in "${MISSING[@]}"; do ko "sans $package, $(package_purpose "$package")"; done
    return 0
  fi
  step "Installation des paquets du système : ${MISSING[*]}"
  local log
  log=$(mktemp)
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${MISSING[@]}"; } 2>&1 |
    tee "$log" | awk '/^(Setting up|Paramétrage de)/ { print "   " $0; fflush() }' ||
    { tail -n 5 "$log" >&2; die "L’installation des paquets a échoué. Avec --no-install, Vaguemestre démarre sans eux."; }
  rm -f "$log"
}
