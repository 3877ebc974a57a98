package org.babelmill.pipeline.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The range of a numeric setting, both ends included; for a {@link ByteSize} in bytes, for a list its length. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Allowed {

    /** Smallest value that makes sense. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Largest value that makes sense. */
    double max() default Double.POSITIVE_INFINITY;
}
