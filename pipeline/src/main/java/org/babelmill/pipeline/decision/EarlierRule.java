package org.babelmill.pipeline.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules outside the filter plans: those of the archive, the address, rights, extraction, language and duplicates. A
 * reason that is not a filter's can be given only by one of them, so that every reason has an explanation.
 */
public enum EarlierRule {
    /** A gzip member that cannot be unpacked. */
    READ_GZIP_DATA("Bytes that gzip cannot unpack, or that end too early; reading goes on at the next member."),
    /** A gzip member whose checksum is wrong. */
    READ_GZIP_CHECKSUM("A gzip member whose content does not have the checksum that it states."),
    /** A gzip member whose length is wrong. */
    READ_GZIP_LENGTH("A gzip member whose content does not have the length that it states."),
    /** Bytes between records. */
    READ_NOT_A_RECORD("Bytes that are no WARC record; reading goes on where the next one begins."),
    /** A record whose header breaks the standard. */
    READ_RECORD_HEADER("A record whose header cannot be read - no length, or none that is a number."),
    /** A record that is not as long as it says. */
    READ_CONTENT_LENGTH("A record that is shorter or longer than its Content-Length - cut off, mostly."),
    /** A record above the limit. */
    READ_RECORD_SIZE("A record or line of more bytes than input.max-record-size."),
    /** A file that breaks off. */
    READ_FILE_DAMAGED("A file of texts that cannot be unpacked to its end; what came before counts."),
    /** A line that is no JSON. */
    READ_JSON("A line that is no JSON object."),
    /** A text that is missing. */
    READ_TEXT("An object or row without text."),
    /** Records without a page. */
    SELECT_RECORD_TYPE("Passes over records that hold no page, such as requests and metadata."),
    /** Errors and redirects. */
    SELECT_HTTP_STATUS("Passes over answers whose status is not in input.statuses - errors, redirects."),
    /** Answers without a status line. */
    SELECT_HTTP_HEAD("Passes over answers whose status line cannot be read."),
    /** Pages that were cut off. */
    SELECT_TRUNCATED("Passes over pages that the crawler cut off, where input.keep-truncated is false."),
    /** Content of another kind. */
    SELECT_MEDIA_TYPE("Passes over content of a type that is not in input.media-types."),
    /** Rules of sites for robots. */
    SELECT_ROBOTS_TXT("Keeps robots.txt records apart; they are evidence about rights, not pages."),
    /** Addresses of files. */
    URL_EXTENSION("Drops addresses that end as files do which hold no text."),
    /** Hosts without a name. */
    URL_IP_HOST("Drops addresses with a number for a host."),
    /** Blocked hosts. */
    URL_HOST_LIST("Drops hosts that stand on a block list."),
    /** Blocked addresses. */
    URL_URL_LIST("Drops addresses that stand on a block list."),
    /** Words that block alone. */
    URL_WORD("Drops addresses with a word that a block list forbids."),
    /** Words that block together. */
    URL_SOFT_WORDS("Drops addresses with several words that are suspicious together."),
    /** An opt-out. */
    RIGHTS_NOAI("Drops pages that say noai in X-Robots-Tag or meta robots, where rights.honour names it."),
    /** An opt-out. */
    RIGHTS_NOIMAGEAI("Drops pages that say noimageai, where rights.honour names it."),
    /** An opt-out. */
    RIGHTS_NOML("Drops pages that say noml, where rights.honour names it."),
    /** An opt-out. */
    RIGHTS_NOINDEX("Drops pages that say noindex, where rights.honour names it."),
    /** An opt-out. */
    RIGHTS_NOSNIPPET("Drops pages that say nosnippet, where rights.honour names it."),
    /** An opt-out. */
    RIGHTS_TDM_RESERVATION("Drops pages that reserve text and data mining (W3C's protocol)."),
    /** An opt-out of a site. */
    RIGHTS_ROBOTS_TXT("Drops pages that a robots.txt in the same archives forbids, where rights.honour says so."),
    /** Licences that are asked for. */
    RIGHTS_LICENCE("Drops pages without one of the licences in rights.licences."),
    /** Nothing to extract. */
    EXTRACT_EMPTY("Drops pages without main text."),
    /** Bytes that are no text. */
    EXTRACT_BINARY("Drops content that is no text: too many control characters."),
    /** Compression of HTTP. */
    EXTRACT_CONTENT_CODING("Drops pages whose compression is damaged from the start."),
    /** Damaged PDF. */
    EXTRACT_BROKEN_PDF("Drops PDF files that cannot be read."),
    /** Locked PDF. */
    EXTRACT_ENCRYPTED_PDF("Drops PDF files that ask for a password."),
    /** Hostile PDF. */
    EXTRACT_PDF_TOO_DEEP("Drops PDF files whose objects lie in each other too deep to be read."),
    /** Work that failed. */
    EXTRACT_PROCESSING_FAILED("Puts a record aside, with its bytes, on which the program's work ended in an error."),
    /** Work that killed. */
    EXTRACT_PROCESS_KILLED("Puts a record aside, with its bytes, that ended the process several times."),
    /** Translations by programs. */
    EXTRACT_MACHINE_TRANSLATED("Drops pages whose HTML says that a program translated them."),
    /** Texts without language. */
    LANGUAGE_NO_LANGUAGE("Drops texts without language - too short, no letters."),
    /** Uncertain labels. */
    LANGUAGE_LANGUAGE_SCORE("Drops texts whose language is not certain enough for language.threshold."),
    /** Languages that nobody asked for. */
    LANGUAGE_LANGUAGE_NOT_SELECTED("Puts aside texts in languages that --languages does not name."),
    /** Captures of one address. */
    DEDUP_SAME_URL("Drops earlier captures of an address, where dedup.url asks for it."),
    /** Copies. */
    DEDUP_SAME_TEXT("Drops exact copies; the value is the id of the one that stays."),
    /** Near copies. */
    DEDUP_NEAR_DUPLICATE("Drops documents that are nearly the same as one that stays."),
    /** Lines that many have. */
    DEDUP_COMMON_LINES("Takes lines out of a text that too many hosts or pages have (babelmill lines)."),
    /** Texts of such lines alone. */
    DEDUP_NO_LINE_LEFT("Drops texts that have no line of their own (babelmill lines)."),
    /** Taken back. */
    TAKEDOWN_TOMBSTONE("Drops documents, addresses and hosts that were taken back.");

    private final Stage stage;
    private final String rule;
    private final String description;

    /** Its name is that of the stage, a line, and that of the rule. */
    EarlierRule(String description) {
        int line = name().indexOf('_');
        this.stage = Stage.valueOf(name().substring(0, line));
        this.rule = name().substring(line + 1).toLowerCase(Locale.ROOT).replace('_', '-');
        this.description = description;
    }

    /** The rule of this name at a stage; empty where there is none. */
    public static Optional<EarlierRule> of(Stage stage, String rule) {
        return of(stage.label(), rule);
    }

    /** The rule of this name at a stage that is called so in tables; empty where there is none. */
    public static Optional<EarlierRule> of(String stage, String rule) {
        return Arrays.stream(values())
                .filter(r -> r.rule.equals(rule) && r.stage.label().equals(stage))
                .findFirst();
    }

    /** Where it stands. */
    public Stage stage() {
        return stage;
    }

    /** Its name in reasons, in kebab case; one of its own within the stage. */
    public String rule() {
        return rule;
    }

    /** One sentence about what it is for. */
    public String description() {
        return description;
    }

    /** A reason that this rule gives. */
    public Reason reason(String value, Comparison comparison, String threshold) {
        return new Reason(stage, rule, value, comparison, threshold);
    }

    /** A reason over numbers. */
    public Reason reason(double value, Comparison comparison, double threshold) {
        return Reason.of(stage, rule, value, comparison, threshold);
    }
}
