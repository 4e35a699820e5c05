package fr.vaguemestre.template.engine;

/** Every marker a template may hold, with what it stands for, in French, for its authors. */
public enum TemplateField {
  COURRIER_CHRONO("courrier.chrono", "Numéro chrono du courrier", "2026A/1042"),
  COURRIER_OBJET("courrier.objet", "Objet du courrier", "Nuisances sonores"),
  COURRIER_TYPE("courrier.type", "Type de courrier", "Réclamation"),
  COURRIER_DATE_COURRIER(
      "courrier.date_courrier", "Date portée sur le courrier", "2 novembre 2026"),
  COURRIER_DATE_ARRIVEE("courrier.date_arrivee", "Date d’arrivée en mairie", "4 novembre 2026"),
  COURRIER_DATE_LIMITE("courrier.date_limite", "Date limite de réponse", "4 janvier 2027"),
  EXPEDITEUR_CIVILITE("expediteur.civilite", "Civilité de l’usager", "Madame"),
  EXPEDITEUR_NOM("expediteur.nom", "Nom de l’usager", "DURAND"),
  EXPEDITEUR_PRENOM("expediteur.prenom", "Prénom de l’usager", "Émilie"),
  EXPEDITEUR_ORGANISME("expediteur.organisme", "Organisme de l’usager", "Association du quartier"),
  EXPEDITEUR_ADRESSE(
      "expediteur.adresse", "Adresse de l’usager, sur plusieurs lignes", "12 rue des Lilas"),
  EXPEDITEUR_EMAIL("expediteur.email", "Courriel de l’usager", "emilie.durand@exemple.fr"),
  SERVICE_NOM("service.nom", "Service qui répond", "Direction de la voirie"),
  SERVICE_ADRESSE("service.adresse", "Adresse du service, sur plusieurs lignes", "1 place…"),
  SERVICE_TELEPHONE("service.telephone", "Téléphone du service", "05 55 00 00 10"),
  SERVICE_EMAIL("service.email", "Courriel du service", "voirie@ville.fr"),
  AGENT_NOM("agent.nom", "Nom de l’agent qui suit le dossier", "MARTIN"),
  AGENT_PRENOM("agent.prenom", "Prénom de l’agent", "Karim"),
  AGENT_FONCTION("agent.fonction", "Fonction de l’agent", "Instructeur"),
  AGENT_TELEPHONE("agent.telephone", "Téléphone de l’agent", "05 55 00 00 12"),
  REPONSE_DATE("reponse.date", "Date de la réponse", "12 novembre 2026"),
  REPONSE_OBJET("reponse.objet", "Objet de la réponse", "Votre signalement"),
  COLLECTIVITE_NOM("collectivite.nom", "Nom de la collectivité", "Ville de Bélair"),
  COLLECTIVITE_COMMUNE("collectivite.commune", "Commune, pour « Fait à … »", "Bélair"),
  COLLECTIVITE_ADRESSE("collectivite.adresse", "Adresse, sur plusieurs lignes", "1 place…"),
  COLLECTIVITE_TELEPHONE("collectivite.telephone", "Téléphone du standard", "05 55 00 00 00"),
  COLLECTIVITE_SITE("collectivite.site", "Site internet", "www.belair.fr"),
  SIGNATAIRE_NOM("signataire.nom", "Prénom et nom du signataire", "Anne LEROY"),
  SIGNATAIRE_FONCTION(
      "signataire.fonction", "Qualité du signataire, sur plusieurs lignes", "Pour le Maire,…"),
  TEXTE("texte", "Texte libre de la réponse, avec ses paragraphes", "Vous avez…"),
  GRIFFE("griffe", "Emplacement de la griffe ; s’efface à la signature", ""),
  PIECES("pieces", "Boucle : les pièces jointes à la réponse", "", null),
  PIECE_NUMERO("piece.numero", "Rang de la pièce, à partir de 1", "1", "pieces"),
  PIECE_NOM("piece.nom", "Nom de la pièce", "Plan de situation", "pieces");

  private final String marker;
  private final String label;
  private final String example;
  private final String loop;
  private final boolean opensLoop;

  TemplateField(String marker, String label, String example) {
    this(marker, label, example, null, false);
  }

  TemplateField(String marker, String label, String example, String loop) {
    this(marker, label, example, loop, loop == null);
  }

  TemplateField(String marker, String label, String example, String loop, boolean opensLoop) {
    this.marker = marker;
    this.label = label;
    this.example = example;
    this.loop = loop;
    this.opensLoop = opensLoop;
  }

  /** What stands between the braces, lower case and without accents. */
  public String marker() {
    return marker;
  }

  public String label() {
    return label;
  }

  public String example() {
    return example;
  }

  /** The loop it only means something in; null for everywhere. */
  public String loop() {
    return loop;
  }

  /** Whether it is a loop, to be written {@code {{#marker}} … {{/marker}}}. */
  public boolean isLoop() {
    return opensLoop;
  }
}
