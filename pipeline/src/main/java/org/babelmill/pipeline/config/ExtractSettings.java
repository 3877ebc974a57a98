package org.babelmill.pipeline.config;

/**
 * How the text of a page is taken out.
 *
 * @param format what the {@code text} column holds
 * @param maxBytes bytes of a page that are parsed; the rest is cut off and the page marked as cut
 * @param maxNodes nodes of a page above which only the linear fallback runs
 * @param maxTextChars characters of extracted text above which the text is cut at a line end
 * @param maxPdfPages pages of a PDF that are read
 * @param repairText whether text that was decoded wrongly before it was archived is mended
 * @param keepMachineTranslated whether pages that say of themselves that a machine translated them are kept
 */
public record ExtractSettings(
        Format format,
        @Allowed(min = 1024, max = 1 << 30) ByteSize maxBytes,
        @Allowed(min = 100, max = 10_000_000) int maxNodes,
        @Allowed(min = 1000, max = 100_000_000) int maxTextChars,
        @Allowed(min = 1, max = 100_000) int maxPdfPages,
        boolean repairText,
        boolean keepMachineTranslated) {

    /** Renderings of the extracted blocks. */
    public enum Format {
        TEXT,
        MARKDOWN
    }
}
