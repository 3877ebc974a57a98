package org.babelmill.jobs.documents;

import org.babelmill.extract.ExtractedDocument;
import org.babelmill.extract.ExtractionOutcome.RobotsRecord;
import org.babelmill.extract.repair.Repaired;
import org.babelmill.jobs.input.InputFile;
import org.babelmill.jobs.text.TextItem;
import org.babelmill.langid.LanguageVerdict;
import org.babelmill.pipeline.document.ArchiveLocation;
import org.babelmill.pipeline.ledger.LedgerEntry;

/** What became of one record so far, before anything of it is written. */
sealed interface Worked {

    /** About how many characters or bytes it holds while it waits for its next step. */
    default int size() {
        return 0;
    }

    /** A document of which the text is known and nothing about it. */
    sealed interface Unread extends Worked {

        /** The text, as it is kept. */
        String content();
    }

    /**
     * A page of which the text is known.
     *
     * @param file that it is from
     * @param document its content
     */
    record UnreadPage(InputFile file, ExtractedDocument document) implements Unread {

        @Override
        public String content() {
            return document.content().text();
        }

        @Override
        public int size() {
            return content().length() + document.content().blocks().length;
        }
    }

    /**
     * A document that came as text.
     *
     * @param file that it is from
     * @param document as it came
     * @param text as it is kept
     */
    record UnreadText(InputFile file, TextItem.Document document, Repaired text) implements Unread {

        @Override
        public String content() {
            return text.text();
        }

        @Override
        public int size() {
            return document.text().length() + text.text().length();
        }
    }

    /**
     * A document of which the language is known.
     *
     * @param document what it says
     * @param verdict its language
     */
    record Identified(Unread document, LanguageVerdict verdict) implements Worked {}

    /**
     * No document.
     *
     * @param entry why not
     */
    record Dropped(LedgerEntry entry) implements Worked {}

    /**
     * A robots.txt, whose text is kept.
     *
     * @param record what it says
     * @param date when it was fetched, empty when unknown
     */
    record Robots(RobotsRecord record, String date) implements Worked {

        @Override
        public int size() {
            return record.text().length();
        }
    }

    /**
     * A document from a page.
     *
     * @param source where it is from
     * @param document its content
     * @param annotation what was found out about it
     */
    record Page(DocumentSource source, ExtractedDocument document, Annotation annotation) implements Worked {}

    /**
     * A document that came as text.
     *
     * @param source where it is from
     * @param location its place in the file
     * @param document as it came
     * @param text as it is kept
     * @param annotation what was found out about it
     */
    record Text(
            DocumentSource source,
            ArchiveLocation location,
            TextItem.Document document,
            Repaired text,
            Annotation annotation)
            implements Worked {}
}
