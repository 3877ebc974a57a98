package org.babelmill.jobs.documents;

import java.util.List;
import org.babelmill.dedup.signature.DocumentSignature;
import org.babelmill.langid.LanguageVerdict;
import org.babelmill.quality.privacy.PiiSpan;
import org.babelmill.quality.signal.TextSignals;

/**
 * What was found out about a text.
 *
 * @param verdict its language
 * @param signals its measurements
 * @param signature what finds its duplicates
 * @param pii personal data and secrets in it, in order
 */
record Annotation(LanguageVerdict verdict, TextSignals signals, DocumentSignature signature, List<PiiSpan> pii) {}
