package org.babelmill.quality.signal;

/** Who defined a signal. */
public enum SignalOrigin {
    /** DeepMind's MassiveText (Rae et al. 2021, table A1), with the definitions of datatrove 0.10. */
    GOPHER("Gopher"),
    /** Hugging Face's FineWeb and FineWeb2, with the definitions of datatrove 0.10. */
    FINEWEB("FineWeb"),
    /** C4 and mC4 (Raffel et al. 2020, Xue et al. 2021), carried over to every script. */
    C4("C4"),
    /** HPLT 3.0's filters and its document score WDS. */
    HPLT("HPLT"),
    /** RedPajama 2 and its forerunners. */
    REDPAJAMA("RedPajama"),
    /** This project. */
    BABELMILL("Babelmill"),
    /** Not measured from the text: known to the job from elsewhere. */
    SUPPLIED("supplied");

    private final String label;

    SignalOrigin(String label) {
        this.label = label;
    }

    /** The name used in documentation. */
    public String label() {
        return label;
    }
}
