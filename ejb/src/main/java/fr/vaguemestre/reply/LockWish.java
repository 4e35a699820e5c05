package fr.vaguemestre.reply;

/**
 * The lock that a program asks for (RFC 4918, 9.10).
 *
 * @param owner what it says of itself, XML, empty for nothing; {@code seconds}: how long, cut to
 *     what the setting allows
 */
public record LockWish(boolean shared, boolean deep, String owner, long seconds) {}
