package org.babelmill.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.babelmill.jobs.survey.ClusterTally;
import org.babelmill.jobs.survey.Excerpt;
import org.babelmill.jobs.survey.Pick;
import org.jsoup.nodes.Element;

/** Clusters of duplicates: how large they are, and what the largest of them hold. */
final class DuplicateSection {

    private final ReportData data;

    DuplicateSection(ReportData data) {
        this.data = data;
    }

    void write(Page page) {
        ClusterTally clusters = data.survey().clusters();
        Element section = page.section(
                "duplicates",
                "Duplicates",
                clusters.sizes().isEmpty()
                        ? "No document has a duplicate."
                        : "Documents that say the same are one cluster; one of them stays, or more where they are not"
                                + " alike enough.");
        if (clusters.sizes().isEmpty()) {
            return;
        }
        sizes(section, clusters);
        Element list = section.appendElement("h3").text("The largest clusters").parent();
        for (ClusterTally.Cluster cluster : clusters.largest()) {
            cluster(list, cluster);
        }
    }

    private static void sizes(Element section, ClusterTally clusters) {
        String links = clusters.links().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        section.appendElement("p").text("Removed duplicates by what linked them: " + links + ".");
        DataTable table = new DataTable(section, "Clusters by size", "members", "#clusters", "to scale");
        long longest =
                clusters.sizes().values().stream().mapToLong(n -> n).max().orElse(1);
        clusters.sizes().forEach((size, number) -> {
            table.row(range(size));
            table.number(number).bar(number + " clusters of " + range(size) + " members", number, 0, longest);
        });
    }

    private static String range(long size) {
        if (size <= 10) {
            return Long.toString(size);
        }
        return size == 11 ? "11 to 15" : size + " to " + (2 * size - 1);
    }

    private void cluster(Element parent, ClusterTally.Cluster cluster) {
        List<Pick> members = data.members().getOrDefault(cluster.id(), List.of());
        Element details = parent.appendElement("details");
        String seen = cluster.firstSeen().isEmpty()
                ? ""
                : ", seen " + day(cluster.firstSeen()) + " to " + day(cluster.lastSeen());
        details.appendElement("summary")
                .text(cluster.size() + " members on " + cluster.hosts() + (cluster.hosts() == 1 ? " host" : " hosts")
                        + seen + ": " + title(members));
        Element samples = details.appendElement("div").addClass("samples");
        for (Pick pick : members) {
            SampleCard.write(samples, pick, data.excerpts(), pick.rank() == 0);
        }
    }

    private static String day(String date) {
        return date.length() > 10 ? date.substring(0, 10) : date;
    }

    private String title(List<Pick> members) {
        Map<String, Excerpt> excerpts = data.excerpts();
        return members.stream()
                .map(p -> excerpts.get(p.id()))
                .filter(e -> e != null)
                .map(e ->
                        Excerpt.start(Page.clean(e.title().isBlank() ? e.text().strip() : e.title()), 80))
                .findFirst()
                .orElse(members.isEmpty() ? "" : members.get(0).id());
    }
}
