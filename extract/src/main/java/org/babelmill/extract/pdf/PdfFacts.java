package org.babelmill.extract.pdf;

/**
 * What is known of a PDF besides its text.
 *
 * @param pages pages of the file
 * @param pagesRead pages that were read, at most the configured limit
 * @param textPages of the pages read, those that hold text rather than only pictures
 */
public record PdfFacts(int pages, int pagesRead, int textPages) {

    /** Share of the pages read that hold text, 0 to 1; 0 for a file without pages. */
    public double textLayerRatio() {
        return pagesRead == 0 ? 0 : (double) textPages / pagesRead;
    }
}
