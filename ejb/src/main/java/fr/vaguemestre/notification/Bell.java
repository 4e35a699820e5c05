package fr.vaguemestre.notification;

/**
 * A page in somebody's sight, told how much of what they were told is unread; nothing of any
 * letter. None of these waits for the other side.
 */
public interface Bell {
  /**
   * @param unread {@link Notifications#MOST} for that many or more
   */
  void ring(long unread);

  /** Says that the line is alive, so that no proxy in between gives it up. */
  void still();

  /** Ends the line: nobody is logged in there any more. */
  void fall();
}
