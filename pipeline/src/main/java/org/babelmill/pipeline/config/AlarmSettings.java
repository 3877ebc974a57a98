package org.babelmill.pipeline.config;

/**
 * When a language's label is doubted. Shares of documents, from 0 to 1.
 *
 * @param minDocuments languages with fewer documents are not judged, nor runs of fewer records of which nothing is kept
 * @param keptShare share kept by a step below which the language is flagged
 * @param htmlDisagreement share of pages whose HTML names another language above which it is flagged
 * @param topHostShare share of one host above which it is flagged
 * @param foreignScript share of documents in another script above which it is flagged
 * @param withoutStopWords share of documents without any stop word above which it is flagged
 * @param flags this many flags hold a language back from being published
 */
public record AlarmSettings(
        @Allowed(min = 1) long minDocuments,
        @Allowed(min = 0, max = 1) double keptShare,
        @Allowed(min = 0, max = 1) double htmlDisagreement,
        @Allowed(min = 0, max = 1) double topHostShare,
        @Allowed(min = 0, max = 1) double foreignScript,
        @Allowed(min = 0, max = 1) double withoutStopWords,
        @Allowed(min = 1, max = 10) int flags) {}
