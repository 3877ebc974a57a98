package org.babelmill.jobs.documents;

import org.babelmill.pipeline.document.DocumentId;

/**
 * What both kinds of documents have: those extracted from pages and those that came as text.
 *
 * @param id document id
 * @param key document key of this run
 * @param url address, empty when unknown
 * @param host of the address, empty when unknown
 * @param date ISO 8601, empty when unknown
 * @param dump name of the crawl, empty when unknown
 * @param htmlLanguage lang of the page's root element, empty without
 * @param licence first licence statement, empty without
 */
record DocumentSource(
        DocumentId id,
        long key,
        String url,
        String host,
        String date,
        String dump,
        String htmlLanguage,
        String licence) {}
