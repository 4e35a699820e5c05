package fr.vaguemestre.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that drives the running server from outside, as a person or a program does. Each {@link
 * Browser} parameter of a test method is a person at a browser of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({RunningServer.class, Browsers.class})
public @interface Journey {}
