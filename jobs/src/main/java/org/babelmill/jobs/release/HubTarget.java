package org.babelmill.jobs.release;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.babelmill.jobs.UserError;
import org.babelmill.jobs.card.Release;

/**
 * A data set repository on the Hugging Face Hub. Content is uploaded first and invisible; commits of at most
 * {@value #MOST_IN_COMMIT} files then show it, card and manifest in the last one. The token comes from Hadoop's credential
 * providers ({@code babelmill.hub.token}) or the environment ({@code HF_TOKEN}).
 */
public final class HubTarget implements ReleaseTarget {

    /** The prefix of such targets. */
    public static final String PREFIX = "hf://datasets/";

    /** The Hub advises fewer than 100. */
    static final int MOST_IN_COMMIT = 90;

    private static final int SAMPLE = 512;

    private final HubClient client;
    private final String repository;
    private final boolean hidden;
    private final int mostInCommit;
    private final ConcurrentMap<String, ObjectNode> lines = new ConcurrentHashMap<>();
    private Map<String, String> before = Map.of();

    HubTarget(HubClient client, String repository, boolean hidden, int mostInCommit) {
        this.client = client;
        this.repository = repository;
        this.hidden = hidden;
        this.mostInCommit = mostInCommit;
    }

    /**
     * A repository.
     *
     * @param target {@code hf://datasets/OWNER/NAME}
     * @param hidden whether a repository that is made now is private
     */
    public static HubTarget of(String target, boolean hidden, Configuration hadoop) throws IOException {
        String repository = target.substring(PREFIX.length());
        if (!repository.matches("[\\w.-]+/[\\w.-]+")) {
            throw new UserError(target + ": not a repository; write " + PREFIX + "OWNER/NAME");
        }
        char[] secret = hadoop.getPassword("babelmill.hub.token");
        String token = secret != null ? new String(secret) : System.getenv("HF_TOKEN");
        if (token == null || token.isEmpty()) {
            throw new UserError(target
                    + ": no access token; set HF_TOKEN, or babelmill.hub.token in a Hadoop credential" + " provider");
        }
        String endpoint = System.getenv().getOrDefault("HF_ENDPOINT", "https://huggingface.co");
        return new HubTarget(
                new HubClient(hadoop.get("babelmill.hub.endpoint", endpoint), repository, token, 2_000),
                repository,
                hidden,
                MOST_IN_COMMIT);
    }

    @Override
    public List<ReleaseFile> present(List<ReleaseFile> files) throws IOException {
        before = client.list();
        return files.stream()
                .filter(f -> f.sha256().equals(before.get(f.path())))
                .toList();
    }

    @Override
    public void begin() throws IOException {
        client.create(hidden);
    }

    @Override
    public void put(ReleaseFile file, Source source) throws IOException {
        HubClient.Sample sample = sample(file, source);
        if (client.large(List.of(sample)).isEmpty()) {
            lines.put(file.path(), small(file, source));
        } else {
            client.upload(file, source);
            ObjectNode line = JsonNodeFactory.instance.objectNode().put("key", "lfsFile");
            line.putObject("value")
                    .put("path", file.path())
                    .put("algo", "sha256")
                    .put("oid", file.sha256())
                    .put("size", file.bytes());
            lines.put(file.path(), line);
        }
    }

    private static HubClient.Sample sample(ReleaseFile file, Source source) throws IOException {
        try (InputStream in = source.open(0)) {
            return new HubClient.Sample(
                    file.path(), file.bytes(), Base64.getEncoder().encodeToString(in.readNBytes(SAMPLE)));
        }
    }

    private static ObjectNode small(ReleaseFile file, Source source) throws IOException {
        try (InputStream in = source.open(0)) {
            ObjectNode line = JsonNodeFactory.instance.objectNode().put("key", "file");
            line.putObject("value")
                    .put("content", Base64.getEncoder().encodeToString(in.readAllBytes()))
                    .put("path", file.path())
                    .put("encoding", "base64");
            return line;
        }
    }

    @Override
    public void complete(List<ReleaseFile> files, ReleaseFile manifest, Source source) throws IOException {
        List<ObjectNode> shards = new ArrayList<>();
        List<ObjectNode> rest = new ArrayList<>();
        for (ReleaseFile file : files) {
            ObjectNode line = lines.get(file.path());
            if (line != null) {
                (file.path().endsWith(".parquet") ? shards : rest).add(line);
            }
        }
        rest.addAll(deletions(files));
        put(manifest, source);
        rest.add(lines.get(Release.MANIFEST));
        int commits = 1 + shards.size() / mostInCommit;
        int from = 0;
        // Only the last commit has card and manifest; few shards go with them, so that one commit shows everything.
        // Where it takes more, an earlier release's manifest goes with the first.
        for (int c = 1; c < commits; c++) {
            List<ObjectNode> part = new ArrayList<>(shards.subList(from, from + mostInCommit));
            if (c == 1 && before.containsKey(Release.MANIFEST)) {
                part.add(deletion(Release.MANIFEST));
            }
            commit(part, c, commits);
            from += mostInCommit;
        }
        List<ObjectNode> last = new ArrayList<>(shards.subList(from, shards.size()));
        last.addAll(rest);
        commit(last, commits, commits);
    }

    private List<ObjectNode> deletions(List<ReleaseFile> files) {
        Set<String> listed = files.stream().map(ReleaseFile::path).collect(Collectors.toSet());
        return before.keySet().stream()
                .filter(p -> p.startsWith("data/") || p.startsWith("removed/"))
                .filter(p -> !listed.contains(p))
                .map(HubTarget::deletion)
                .toList();
    }

    private static ObjectNode deletion(String path) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("key", "deletedFile");
        line.putObject("value").put("path", path);
        return line;
    }

    private void commit(List<ObjectNode> content, int number, int of) throws IOException {
        List<ObjectNode> all = new ArrayList<>();
        ObjectNode head = JsonNodeFactory.instance.objectNode().put("key", "header");
        head.putObject("value")
                .put("summary", String.format(Locale.ROOT, "Babelmill release (%d of %d)", number, of))
                .put("description", "");
        all.add(head);
        all.addAll(content);
        client.commit(all);
    }

    @Override
    public String describe() {
        return PREFIX + repository;
    }
}
