package org.babelmill.extract.url;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.babelmill.extract.text.HashFilter;
import org.babelmill.pipeline.config.UrlSettings;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.decision.Reason;

/**
 * Decides by its address alone whether a page is wanted. Loaded once, immutable, safe to share. A decision takes a few
 * microseconds ({@code BlockListFigures} measures it).
 *
 * <p>Rules in order, the first that speaks decides: {@code extension}, {@code ip-host}, {@code host-list} (a list names
 * the host or a domain above it), {@code url-list} (a list names the URL or one above it), {@code word} (one of the
 * words is a whole token of the URL), {@code soft-words} (several different ones are). Tokens are the runs of letters
 * and digits of the URL after percent decoding, in lower case.
 */
public final class UrlPolicy {

    private static final int MAX_TOKENS = 1000;

    private final UrlSettings settings;
    private final BlockList blocked;
    private final Set<String> words;
    private final Set<String> softWords;
    private final Set<String> extensions;
    /** Hashes of all words, soft or not: most tokens are none of them. */
    private final HashFilter anyWord;

    private UrlPolicy(UrlSettings settings, BlockList blocked) {
        this.settings = settings;
        this.blocked = blocked;
        this.words = Set.copyOf(new LinkedHashSet<>(settings.words()));
        this.softWords = Set.copyOf(new LinkedHashSet<>(settings.softWords()));
        this.extensions = Set.copyOf(new LinkedHashSet<>(settings.extensions()));
        LongArrayList hashes = new LongArrayList();
        words.forEach(word -> hashes.add(UrlTokens.hash(word)));
        softWords.forEach(word -> hashes.add(UrlTokens.hash(word)));
        this.anyWord = new HashFilter(hashes);
    }

    /**
     * Reads the block lists.
     *
     * @throws IOException when a folder or file of lists cannot be read; the message names it
     */
    public static UrlPolicy load(UrlSettings settings) throws IOException {
        BlockList list = settings.lists().isPresent()
                ? BlockLists.read(Path.of(settings.lists().get()), settings.categories())
                : new BlockList.Builder(settings.categories()).build();
        return new UrlPolicy(settings, list);
    }

    /** Entries of the block lists. */
    public int listed() {
        return blocked.size();
    }

    /** Why a page is refused, or nothing. */
    public Optional<Reason> refuse(String url) {
        PageAddress address = PageAddress.of(url);
        String extension = address.extension();
        if (extensions.contains(extension)) {
            return because(EarlierRule.URL_EXTENSION, extension, "");
        }
        if (settings.ipHosts() && address.isIpHost()) {
            return because(EarlierRule.URL_IP_HOST, address.host(), "");
        }
        Optional<String> host = blocked.host(address.bareHost());
        if (host.isPresent()) {
            return because(EarlierRule.URL_HOST_LIST, address.host(), host.get());
        }
        Optional<String> listed = blocked.url(address);
        if (listed.isPresent()) {
            return because(EarlierRule.URL_URL_LIST, url, listed.get());
        }
        return byWords(url);
    }

    private Optional<Reason> byWords(String url) {
        UrlTokens tokens = new UrlTokens(url);
        Set<String> soft = Set.of();
        for (int i = 0; i < MAX_TOKENS && tokens.next(); i++) {
            if (!anyWord.mayHold(tokens.hash())) {
                continue;
            }
            String token = tokens.token();
            if (words.contains(token)) {
                return because(EarlierRule.URL_WORD, token, "");
            }
            if (softWords.contains(token)) {
                soft = soft.isEmpty() ? new HashSet<>() : soft;
                soft.add(token);
            }
            if (!soft.isEmpty() && soft.size() >= settings.softWordLimit()) {
                return Optional.of(
                        EarlierRule.URL_SOFT_WORDS.reason(soft.size(), Comparison.AT_LEAST, settings.softWordLimit()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Reason> because(EarlierRule rule, String value, String threshold) {
        return Optional.of(rule.reason(value, Comparison.MATCHES, threshold));
    }
}
