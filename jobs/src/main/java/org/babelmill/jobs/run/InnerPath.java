package org.babelmill.jobs.run;

import java.util.List;

/** A path below a folder that somebody else may have written down: it must not lead out of that folder. */
public final class InnerPath {

    private InnerPath() {}

    /**
     * Checks a path.
     *
     * @param path names with slashes between them
     * @return the same path
     * @throws IllegalArgumentException when it is absolute, has empty names, {@code .} or {@code ..} in it, or characters
     *     that some storage takes for more than a name
     */
    public static String checked(String path) {
        List<String> names = List.of(path.split("/", -1));
        boolean leadsOut =
                names.stream().anyMatch(name -> List.of("", ".", "..").contains(name));
        boolean special = path.chars().anyMatch(c -> c == ':' || c == '\\' || Character.isISOControl(c));
        if (leadsOut || special) {
            throw new IllegalArgumentException("\"" + path + "\" is no path below the folder");
        }
        return path;
    }
}
