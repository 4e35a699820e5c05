package fr.vaguemestre.mailing;

import fr.vaguemestre.dispatch.Reported;
import fr.vaguemestre.mail.DeliveryReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reports about mails of a mailing (SEN1). */
@ApplicationScoped
public class MailingBounces implements Reported {
  @Inject Recipients recipients;

  @Override
  public boolean receive(DeliveryReport report) {
    return recipients.reported(report);
  }
}
