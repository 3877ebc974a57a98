package org.babelmill.pipeline.profile;

/**
 * The profile that a language is held against, and how it was found. Kept with the decisions, so that nobody takes a
 * script's thresholds for a language's own.
 *
 * @param profile the profile
 * @param kind how it was found
 */
public record ProfileMatch(LanguageProfile profile, Kind kind) {

    /** How close a profile is to the language asked for. */
    public enum Kind {
        /** Made for this language and script. */
        OWN,
        /** Made for the same language under another code: a macrolanguage, or Han without saying which. */
        ALIAS,
        /** Made from all languages of the script. */
        SCRIPT,
        /** Made from all languages. */
        GLOBAL
    }

    /** The profile's name, with the kind where it is not the language's own: {@code und_Latn (script)}. */
    @Override
    public String toString() {
        return kind == Kind.OWN
                ? profile.name()
                : profile.name() + " (" + kind.name().toLowerCase(java.util.Locale.ROOT) + ")";
    }
}
