package fr.vaguemestre.history;

import fr.vaguemestre.anonymisation.Holding;
import fr.vaguemestre.anonymisation.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What people asked elsewhere; it has a clock of its own. */
@ApplicationScoped
public class HistoryPersonalData implements PersonalData {
  @Override
  public List<Holding> holdings() {
    return List.of(
        Holding.elsewhere(
            "demand",
            "demandes suivies par d’autres applications : effacées par le ménage 89 jours après leur fin",
            "demand_id",
            "reference",
            "customer_id",
            "connection_id",
            "email"),
        Holding.elsewhere(
            "demand_notification",
            "ce que ces applications en ont dit : effacé avec elles",
            "status_text",
            "subject",
            "message",
            "sender"));
  }
}
