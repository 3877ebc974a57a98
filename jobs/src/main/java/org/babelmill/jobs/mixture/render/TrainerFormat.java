package org.babelmill.jobs.mixture.render;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The trainers whose files are written. */
public enum TrainerFormat {
    /** Megatron-LM: blend files for {@code --data-args-path} and {@code --per-split-data-args-path}. */
    MEGATRON(MegatronFormat::blends),
    /** NeMo: {@code data_prefix} of a YAML configuration. */
    NEMO(MegatronFormat::nemo),
    /** OLMo-core: a source mixture in YAML. */
    OLMO(YamlFormats::olmo),
    /** Levanter: components and train weights by step. */
    LEVANTER(YamlFormats::levanter),
    /** nanotron: data stages. */
    NANOTRON(YamlFormats::nanotron),
    /** MosaicML Streaming: streams with proportions. */
    MOSAICML(YamlFormats::mosaicml),
    /** Hugging Face datasets: arguments of {@code interleave_datasets}, and a program that uses them. */
    HUGGINGFACE(HuggingFaceFormat::files);

    /** The names on the command line. */
    public static final class Labels implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stream.of(values()).map(TrainerFormat::label).iterator();
        }
    }

    private final Function<TrainerRequest, List<TrainerFile>> renderer;

    TrainerFormat(Function<TrainerRequest, List<TrainerFile>> renderer) {
        this.renderer = renderer;
    }

    /** The files. */
    public List<TrainerFile> render(TrainerRequest request) {
        return renderer.apply(request);
    }

    /** Whether the trainer reads tokens that must be made before, not the shards themselves. */
    public boolean readsTokens() {
        return this != LEVANTER && this != HUGGINGFACE;
    }

    /** The name on the command line and of the folder. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
