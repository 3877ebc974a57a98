package org.babelmill.extract.http;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A body as a browser would hand it to its parser.
 *
 * @param bytes the bytes after transfer and content codings; read only
 * @param damage what was wrong with a coding, when something was: the bytes are then what could be read before
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the one copy of a body is handed on
public record Payload(byte[] bytes, Optional<String> damage) {

    public Payload {
        requireNonNull(bytes, "bytes");
        requireNonNull(damage, "damage");
    }

    static Payload of(byte[] bytes) {
        return new Payload(bytes, Optional.empty());
    }
}
