package org.babelmill.extract;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.babelmill.extract.archive.ArchiveRecord;
import org.babelmill.extract.archive.RecordType;
import org.babelmill.extract.http.HttpMessage;
import org.babelmill.extract.http.MediaType;
import org.babelmill.pipeline.config.InputSettings;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.decision.Reason;

/**
 * Decides by a record's header alone whether its content is read: type, HTTP status, truncation, media type. Immutable.
 */
final class RecordPolicy {

    private static final List<String> TYPES = List.of("response", "resource", "conversion");
    private static final List<String> VAGUE =
            List.of("application/octet-stream", "application/x-unknown", "unknown/unknown");
    private static final String HTTP = "application/http";

    private final InputSettings settings;

    RecordPolicy(InputSettings settings) {
        this.settings = settings;
    }

    /** Why a record is passed over, or nothing. */
    Optional<Reason> refuse(ArchiveRecord record) {
        if (!TYPES.contains(record.type().label())) {
            String type = record.type() == RecordType.OTHER
                    ? record.typeName()
                    : record.type().label();
            return because(EarlierRule.SELECT_RECORD_TYPE, type.toLowerCase(Locale.ROOT), String.join(",", TYPES));
        }
        Optional<HttpMessage> http = record.http();
        if (http.isPresent() && !settings.statuses().contains(http.get().status())) {
            return because(
                    EarlierRule.SELECT_HTTP_STATUS, Integer.toString(http.get().status()), join(settings.statuses()));
        }
        Optional<MediaType> outer = record.headers().first("Content-Type").flatMap(MediaType::parse);
        if (http.isEmpty() && outer.filter(type -> type.name().equals(HTTP)).isPresent()) {
            return because(EarlierRule.SELECT_HTTP_HEAD, "unreadable", "HTTP status line");
        }
        if (!settings.keepTruncated() && record.truncated().isPresent()) {
            return because(EarlierRule.SELECT_TRUNCATED, record.truncated().get(), "");
        }
        return refuseType(declared(record));
    }

    /** Why content of a media type is passed over; nothing for a wanted or an empty one. */
    Optional<Reason> refuseType(String mediaType) {
        return mediaType.isEmpty() || settings.mediaTypes().contains(mediaType)
                ? Optional.empty()
                : because(EarlierRule.SELECT_MEDIA_TYPE, mediaType, String.join(",", settings.mediaTypes()));
    }

    /** What the crawler identified, else what the server declared; empty where that says nothing. */
    static String declared(ArchiveRecord record) {
        String type = record.identifiedType()
                .or(record::declaredType)
                .map(MediaType::name)
                .orElse("");
        return VAGUE.contains(type) ? "" : type;
    }

    private static String join(List<Integer> numbers) {
        return String.join(",", numbers.stream().map(String::valueOf).toList());
    }

    private static Optional<Reason> because(EarlierRule rule, String value, String threshold) {
        return Optional.of(rule.reason(value, Comparison.NOT_IN, threshold));
    }
}
