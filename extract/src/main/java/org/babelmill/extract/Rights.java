package org.babelmill.extract;

import java.util.List;
import org.babelmill.extract.evidence.Licence;
import org.babelmill.extract.evidence.OptOut;
import org.babelmill.pipeline.config.RightsSettings;
import org.babelmill.pipeline.config.RightsSettings.Signal;
import org.babelmill.pipeline.decision.Comparison;
import org.babelmill.pipeline.decision.EarlierRule;
import org.babelmill.pipeline.decision.Stage;

/** What follows from opt-outs and licences, by the configuration. Immutable. */
final class Rights {

    private final RightsSettings settings;

    Rights(RightsSettings settings) {
        this.settings = settings;
    }

    /** @throws RefusedException when one of the signals is to be honoured */
    void check(List<OptOut> optOuts) throws RefusedException {
        for (OptOut optOut : optOuts) {
            if (settings.honour().contains(optOut.signal())) {
                throw new RefusedException(rule(optOut.signal()).reason(optOut.text(), Comparison.MATCHES, ""));
            }
        }
    }

    private static EarlierRule rule(Signal signal) {
        return EarlierRule.valueOf(Stage.RIGHTS + "_" + signal);
    }

    /** @throws RefusedException when licences are asked for and the page states none of them */
    void checkLicences(List<Licence> licences) throws RefusedException {
        List<String> wanted = settings.licences();
        if (wanted.isEmpty()) {
            return;
        }
        for (Licence licence : licences) {
            if (wanted.stream().anyMatch(name -> isKind(licence.name(), name))) {
                return;
            }
        }
        String found = String.join(",", licences.stream().map(Licence::name).toList());
        throw new RefusedException(
                EarlierRule.RIGHTS_LICENCE.reason(found, Comparison.NOT_IN, String.join(",", wanted)));
    }

    /** {@code cc-by} stands for all its versions, not for {@code cc-by-nc}. */
    private static boolean isKind(String licence, String wanted) {
        if (!licence.startsWith(wanted)) {
            return false;
        }
        String rest = licence.substring(wanted.length());
        return rest.isEmpty() || (rest.length() > 1 && rest.charAt(0) == '-' && Character.isDigit(rest.charAt(1)));
    }
}
