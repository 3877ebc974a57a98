package org.babelmill.bench.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.babelmill.pipeline.language.LanguageTag;
import org.babelmill.pipeline.profile.LanguageProfile;
import org.babelmill.pipeline.profile.LanguageProfiles;
import org.babelmill.pipeline.profile.ProfileKey;
import org.babelmill.pipeline.profile.ProfileMatch;

/**
 * Holds the language profiles that ship against published ones, figure by figure: rank correlation over the languages
 * that both have, and over the large ones of them, medians, and how many stop words are the same.
 *
 * <p>Arguments: folder of published profiles (FineWeb2's YAML files), and its table of sizes (packed CSV with the columns
 * subset, split, …, and documents as the eighth).
 */
public final class ThresholdAgreement {

    private static final List<ProfileKey> FIGURES =
            Stream.of(ProfileKey.values()).filter(ProfileKey::isRequired).toList();

    /** Documents from which on a language of FineWeb2 is large. */
    private static final long LARGE = 1_000_000;

    private final List<Pair> pairs;
    private final Set<String> large;

    private ThresholdAgreement(List<Pair> pairs, Set<String> large) {
        this.pairs = pairs;
        this.large = large;
    }

    /** Two profiles of a language. */
    private record Pair(LanguageTag tag, LanguageProfile ours, LanguageProfile theirs) {}

    /** Figures of the languages whose two profiles both have a bound. */
    private record Values(double[] ours, double[] theirs) {}

    /** Prints. */
    public static void main(String[] arguments) throws IOException {
        LanguageProfiles theirs = profiles(Path.of(arguments[0]));
        LanguageProfiles ours = LanguageProfiles.shipped();
        List<Pair> pairs = new ArrayList<>();
        for (LanguageTag tag : ours.tags()) {
            ProfileMatch match = theirs.find(tag);
            boolean same = match.kind() == ProfileMatch.Kind.OWN || match.kind() == ProfileMatch.Kind.ALIAS;
            if (tag.isDetermined() && same) {
                pairs.add(new Pair(tag, ours.find(tag).profile(), match.profile()));
            }
        }
        new ThresholdAgreement(pairs, large(Path.of(arguments[1]))).print();
    }

    private static LanguageProfiles profiles(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file :
                    found.filter(f -> f.toString().matches(".*\\.ya?ml")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return LanguageProfiles.of(folder.toString(), files);
    }

    private static Set<String> large(Path sizes) throws IOException {
        Set<String> large = new HashSet<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(sizes)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                if (cells[1].equals("train") && Long.parseLong(cells[7]) >= LARGE) {
                    large.add(cells[0]);
                }
            }
        }
        return large;
    }

    private void print() {
        List<Pair> big =
                pairs.stream().filter(p -> large.contains(p.theirs().name())).toList();
        System.out.printf("%d languages have both, %d of them are large%n", pairs.size(), big.size());
        System.out.printf(
                "%-28s %10s %10s %10s %10s %12s %12s%n",
                "figure", "languages", "Spearman", "large", "Spearman", "median ours", "theirs");
        for (ProfileKey key : FIGURES) {
            Values values = values(key, pairs);
            Values some = values(key, big);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %10d %10.2f %10d %10.2f %12.3f %12.3f%n",
                    key.key(),
                    values.ours().length,
                    correlation(ranks(values.ours()), ranks(values.theirs())),
                    some.ours().length,
                    correlation(ranks(some.ours()), ranks(some.theirs())),
                    median(values.ours()),
                    median(values.theirs()));
        }
        double[] jaccard =
                pairs.stream().mapToDouble(ThresholdAgreement::jaccard).toArray();
        System.out.printf(
                Locale.ROOT,
                "stop words: Jaccard %.2f on average, median %.2f; median size %.0f and %.0f%n",
                mean(jaccard),
                median(jaccard),
                median(pairs.stream()
                        .mapToDouble(p -> p.ours().stopWords().size())
                        .toArray()),
                median(pairs.stream()
                        .mapToDouble(p -> p.theirs().stopWords().size())
                        .toArray()));
        List<Pair> worst = pairs.stream()
                .sorted(Comparator.comparingDouble(ThresholdAgreement::jaccard))
                .limit(8)
                .toList();
        worst.forEach(pair -> System.out.printf(
                Locale.ROOT,
                "  %s %.2f: ours %s; theirs %s%n",
                pair.tag(),
                jaccard(pair),
                pair.ours().stopWords(),
                pair.theirs().stopWords()));
    }

    /** Those of languages where both have a bound: 0 and less mean that there is none. */
    private static Values values(ProfileKey key, List<Pair> of) {
        List<Pair> bound = of.stream()
                .filter(p -> p.ours().figure(key).orElse(0) > 0
                        && p.theirs().figure(key).orElse(0) > 0)
                .toList();
        return new Values(
                bound.stream()
                        .mapToDouble(p -> p.ours().figure(key).getAsDouble())
                        .toArray(),
                bound.stream()
                        .mapToDouble(p -> p.theirs().figure(key).getAsDouble())
                        .toArray());
    }

    private static double jaccard(Pair pair) {
        Set<String> both = new HashSet<>(pair.ours().stopWords());
        both.retainAll(pair.theirs().stopWords());
        Set<String> either = new HashSet<>(pair.ours().stopWords());
        either.addAll(pair.theirs().stopWords());
        return both.size() / (double) either.size();
    }

    /** Equal values share the mean of their ranks. */
    private static double[] ranks(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> {
                    long below = IntStream.range(0, values.length)
                            .filter(j -> values[j] < values[i])
                            .count();
                    long equal = IntStream.range(0, values.length)
                            .filter(j -> values[j] == values[i])
                            .count();
                    return below + (equal + 1) / 2.0;
                })
                .toArray();
    }

    /** Pearson's, NaN where one of both is constant. */
    private static double correlation(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
