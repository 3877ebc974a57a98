package org.babelmill.dedup.signature;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** Chooses the kernel that is fastest on this JVM and processor. All give the same values. */
final class Kernels {

    private static final String VECTOR = "org.babelmill.dedup.signature.VectorKernel";

    private Kernels() {}

    /** The Vector API's kernel where its module is loaded, else what the JIT compiler does best. */
    static MinHashKernel fastest(Permutations functions) {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            try {
                return Class.forName(VECTOR)
                        .asSubclass(MinHashKernel.class)
                        .getDeclaredConstructor(Permutations.class)
                        .newInstance(functions);
            } catch (ReflectiveOperationException | LinkageError e) {
                // Vectors too narrow, or another version of the module: slower, and as good.
                return plain(functions);
            }
        }
        return plain(functions);
    }

    private static MinHashKernel plain(Permutations functions) {
        return vectorBytes() >= 64 ? new LoopKernel(functions) : new ScalarKernel(functions);
    }

    /** Width of the vectors that the JIT compiler uses, in bytes; 0 when the JVM does not say. */
    private static int vectorBytes() {
        try {
            return Integer.parseInt(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption("MaxVectorSize")
                    .getValue());
        } catch (IllegalArgumentException | NullPointerException e) {
            return 0;
        }
    }
}
