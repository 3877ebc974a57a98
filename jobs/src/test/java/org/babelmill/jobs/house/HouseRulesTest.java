package org.babelmill.jobs.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.charset.Charset;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Random;
import org.babelmill.jobs.cli.Main;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.Reason;
import org.babelmill.pipeline.decision.Stage;

/** The walls between the modules, and calls that would make results depend on machine, time or order. */
@AnalyzeClasses(packages = "org.babelmill", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule only_jobs_knows_spark_hadoop_and_parquet = noClasses()
            .that()
            .resideOutsideOfPackage("org.babelmill.jobs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "org.apache.parquet..", "scala..");

    @ArchTest
    static final ArchRule pipeline_knows_no_other_room = noClasses()
            .that()
            .resideInAPackage("org.babelmill.pipeline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.babelmill.extract..",
                    "org.babelmill.langid..",
                    "org.babelmill.dedup..",
                    "org.babelmill.quality..",
                    "org.babelmill.jobs..");

    @ArchTest
    static final ArchRule extract_knows_only_pipeline = room("extract", "langid", "dedup", "quality", "jobs");

    @ArchTest
    static final ArchRule langid_knows_only_pipeline = room("langid", "extract", "dedup", "quality", "jobs");

    @ArchTest
    static final ArchRule dedup_knows_only_pipeline = room("dedup", "extract", "langid", "quality", "jobs");

    @ArchTest
    static final ArchRule quality_knows_only_pipeline = room("quality", "extract", "langid", "dedup", "jobs");

    @ArchTest
    static final ArchRule packages_below_jobs_have_no_cycles =
            slices().matching("org.babelmill.jobs.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_of_the_rooms_have_no_cycles = slices().matching(
                    "org.babelmill.(pipeline|langid|dedup|quality).(*)..")
            .should()
            .beFreeOfCycles();

    /** What reads tables takes reasons as they stand there; whoever gives one takes it from a rule that is described. */
    @ArchTest
    static final ArchRule reasons_come_from_described_rules = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.babelmill.pipeline.decision..", "org.babelmill.quality.filter..", "org.babelmill.jobs.table..")
            .should()
            .callConstructorWhere(target(owner(assignableTo(Reason.class))))
            .orShould()
            .callMethod(Reason.class, "of", Stage.class, String.class, double.class, Comparison.class, double.class);

    @ArchTest
    static final ArchRule only_main_ends_the_process = noClasses()
            .that()
            .doNotBelongToAnyOf(Main.class)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule no_default_locale = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(NumberFormat.class, "getInstance");

    @ArchTest
    static final ArchRule no_default_charset = noClasses()
            .should()
            .callMethod(Charset.class, "defaultCharset")
            .orShould()
            .callMethod(String.class, "getBytes")
            .orShould()
            .callConstructor(String.class, byte[].class)
            .orShould()
            .callConstructor(java.io.InputStreamReader.class, java.io.InputStream.class)
            .orShould()
            .callConstructor(java.io.FileReader.class, String.class)
            .orShould()
            .callConstructor(java.io.FileWriter.class, String.class);

    @ArchTest
    static final ArchRule no_wall_clock_and_no_time_zone = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule no_unseeded_chance =
            noClasses().should().callMethod(Math.class, "random").orShould().callConstructor(Random.class);

    @ArchTest
    static final ArchRule nothing_foreign_is_deserialised =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream");

    private static ArchRule room(String name, String... others) {
        String[] packages = new String[others.length];
        for (int i = 0; i < others.length; i++) {
            packages[i] = "org.babelmill." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("org.babelmill." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
