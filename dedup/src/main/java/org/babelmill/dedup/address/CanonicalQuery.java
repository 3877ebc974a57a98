package org.babelmill.dedup.address;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The query of an address in canonical form: parameters in the order of their names, without those that name no page. */
final class CanonicalQuery {

    /** Parameters of advertising, newsletter and analytics systems, by their makers' documentation; in lower case. */
    private static final Set<String> TRACKING = Set.of(
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "fbclid",
            "msclkid",
            "yclid",
            "ysclid",
            "twclid",
            "ttclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "__hssc",
            "__hstc",
            "__hsfp",
            "hsctatracking",
            "mkt_tok",
            "oly_anon_id",
            "oly_enc_id",
            "vero_id",
            "vero_conv",
            "wickedid",
            "rb_clickid",
            "s_cid",
            "spm",
            "jsessionid",
            "phpsessid",
            "sessionid",
            "aspsessionid");

    /** First letters of families of such parameters. */
    private static final List<String> TRACKING_FAMILIES =
            List.of("utm_", "mtm_", "piwik_", "pk_", "hsa_", "aspsessionid");

    private CanonicalQuery() {}

    /** With its question mark; empty when nothing is left. */
    static String of(String query) {
        if (query.isEmpty()) {
            return "";
        }
        String kept = Arrays.stream(query.split("&", -1))
                .filter(parameter -> !parameter.isEmpty())
                .map(PercentEncoding::normalize)
                .filter(parameter -> !isTracking(name(parameter).toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing(CanonicalQuery::name))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static boolean isTracking(String name) {
        return TRACKING.contains(name) || TRACKING_FAMILIES.stream().anyMatch(name::startsWith);
    }
}
