package org.babelmill.jobs.documents;

/** Orders licences by how much they allow: what the survivor rule {@code license} compares. */
final class LicenceRank {

    private LicenceRank() {}

    /** Larger allows more; 0 for no statement and for statements that are not known. */
    static int of(String name) {
        if (name.startsWith("cc0") || name.startsWith("public-domain")) {
            return 5;
        }
        if (!name.startsWith("cc-by")) {
            return 0;
        }
        boolean commercial = !name.contains("-nc");
        boolean derivatives = !name.contains("-nd");
        if (commercial && derivatives) {
            return name.contains("-sa") ? 3 : 4;
        }
        return derivatives ? 2 : 1;
    }
}
