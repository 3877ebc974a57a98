package org.babelmill.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.babelmill.jobs.summary.CostTable;
import org.babelmill.pipeline.config.ConfigurationLoader;
import org.babelmill.pipeline.config.ConfigurationTree.Difference;
import org.jsoup.nodes.Element;

/** What the run cost and how it was set up. */
final class RunSection {

    private final ReportData data;

    RunSection(ReportData data) {
        this.data = data;
    }

    void write(Page page) {
        costs(page);
        settings(page);
    }

    private void costs(Page page) {
        Element section = page.section(
                "costs",
                "Costs",
                "CPU time of Spark's tasks by part of the work, measured; without garbage collection, compilation and the"
                        + " making of this report.");
        DataTable table = new DataTable(
                section, "CPU time by part", "part", "#CPU ms", "#share", "#ms per 1,000 records", "to scale");
        List<CostTable.Line> lines = new ArrayList<>(new CostTable(data.stages()).lines());
        for (CostTable.Line line : lines) {
            table.row(line.part());
            long thousandths = Math.round(1000 * line.share());
            table.number(line.cpuMillis())
                    .share(thousandths, 1000)
                    .number(line.perThousand())
                    .bar(line.part() + ": " + DataTable.percent(line.share()), thousandths, 0, 1000);
        }
    }

    private void settings(Page page) {
        Element section = page.section(
                "settings", "Settings", "What the run was asked to do, and where that differs from the defaults.");
        Map<String, Difference> differences = data.settings().differences(ConfigurationLoader.defaults());
        if (differences.isEmpty()) {
            section.appendElement("p").text("Every setting has its default.");
        } else {
            DataTable table =
                    new DataTable(section, "Settings that differ from the defaults", "setting", "value", "default");
            differences.forEach((key, difference) -> {
                table.row(key);
                table.text(difference.here()).addClass("long");
                table.text(difference.there()).addClass("long");
            });
        }
        DataTable inputs = new DataTable(section, "Input", "named as");
        data.run().inputs().forEach(inputs::row);
        Element details = section.appendElement("details");
        details.appendElement("summary").text("All settings");
        details.appendElement("pre")
                .addClass("scroll")
                .attr("tabindex", "0")
                .text(Page.clean(data.settings().root().toPrettyString()));
    }
}
