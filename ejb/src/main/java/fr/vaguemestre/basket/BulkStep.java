package fr.vaguemestre.basket;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Closings;
import fr.vaguemestre.filing.Marks;
import fr.vaguemestre.filing.Tags;
import fr.vaguemestre.routing.Routings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** One letter of many, through the same door as alone, in a transaction of its own. */
@Stateless
public class BulkStep {
  @Inject Routings routings;
  @Inject Closings closings;
  @Inject Marks marks;
  @Inject Tags tags;

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void carryOut(Reader reader, BulkWish.Item letter, BulkWish wish) {
    long id = letter.id();
    long seen = letter.version();
    switch (wish.deed()) {
      case REDIRECT ->
          routings.redirect(reader, id, seen, wish.unit(), wish.agent(), wish.reason());
      case COPY -> routings.copy(reader, id, seen, wish.unit(), wish.agent());
      case TAKE_CHARGE -> routings.takeCharge(reader, id, seen);
      case CLOSE -> closings.close(reader, id, seen, wish.reason());
      case SIGN -> throw new IllegalStateException("signing asks for the password");
      case READ -> marks.read(reader, id);
      case UNREAD -> marks.unread(reader, id);
      case FOLLOW -> marks.follow(reader, id);
      case UNFOLLOW -> marks.unfollow(reader, id);
      case TAG -> tags.add(reader, id, wish.tag());
      case UNTAG -> tags.remove(reader, id, wish.tag());
    }
  }
}
