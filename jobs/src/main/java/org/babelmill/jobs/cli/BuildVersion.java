package org.babelmill.jobs.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.apache.spark.SparkBuildInfo;
import picocli.CommandLine.IVersionProvider;

/** What was built, from what, against which Spark. */
public final class BuildVersion implements IVersionProvider {

    private static final String FILE = "/org/babelmill/jobs/build.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = properties();
        return new String[] {
            "babelmill " + properties.getProperty("version") + ", revision " + properties.getProperty("revision"),
            "Spark " + SparkBuildInfo.spark_version() + ", built with " + properties.getProperty("spark"),
            "Java " + Runtime.version()
        };
    }

    /** The version number alone. */
    public static String number() throws IOException {
        return properties().getProperty("version");
    }

    private static Properties properties() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("the build left out " + FILE);
            }
            properties.load(in);
        }
        return properties;
    }
}
