package org.babelmill.jobs.survey;

import java.util.List;
import java.util.Map;

/**
 * Where documents come from and what their pages say about rights: the most frequent names of each kind.
 *
 * @param hosts the hosts with most documents
 * @param domains the top-level domains with most documents
 * @param licences licences that pages state
 * @param optOuts opt-out signals that pages give
 * @param topHosts the host with most documents of each language
 * @param hostCount number of different hosts
 */
public record Concentration(
        List<Named> hosts,
        List<Named> domains,
        List<Named> licences,
        List<Named> optOuts,
        Map<String, Named> topHosts,
        long hostCount) {

    public Concentration {
        hosts = List.copyOf(hosts);
        domains = List.copyOf(domains);
        licences = List.copyOf(licences);
        optOuts = List.copyOf(optOuts);
        topHosts = Map.copyOf(topHosts);
    }

    /**
     * A name with its documents.
     *
     * @param name host, domain, licence or signal; text of the web
     * @param totals its documents
     */
    public record Named(String name, Totals totals) {}
}
