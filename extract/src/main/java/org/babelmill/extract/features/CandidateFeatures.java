package org.babelmill.extract.features;

import org.babelmill.extract.page.PageOutline;

/** What independent ways of finding the content say of a block; see the three candidates' own classes. */
final class CandidateFeatures {

    private final FeatureTable table;
    private final DensestRun run = new DensestRun(6, 2);
    private final DensestRun strictRun = new DensestRun(15, 3);
    private final ScoredElements scored = new ScoredElements();
    private final NamedContainer named = new NamedContainer();

    private final int inScored;
    private final int score;
    private final int parentScore;
    private final int scoreAround;
    private final int levels;
    private final int inRun;
    private final int runDistance;
    private final int inStrictRun;
    private final int inNamed;
    private final int namedShare;
    private final int votes;

    CandidateFeatures(FeatureTable table) {
        this.table = table;
        inScored = table.declare("scored-in");
        score = table.declare("scored-share");
        parentScore = table.declare("scored-parent-share");
        scoreAround = table.declare("scored-share-around");
        levels = table.declare("scored-levels");
        inRun = table.declare("run-in");
        runDistance = table.declare("run-distance");
        inStrictRun = table.declare("strict-run-in");
        inNamed = table.declare("named-in");
        namedShare = table.declare("named-share");
        votes = table.declare("votes");
    }

    void fill(PageFacts facts) {
        PageOutline page = facts.page;
        scored.of(facts);
        Stretch dense = run.find(page);
        Stretch denser = strictRun.find(page);
        int container = named.find(facts);
        table.fill(namedShare, container < 0 ? 0 : (double) facts.wordsOf(container) / facts.words);
        for (int b = 0; b < facts.blocks; b++) {
            int owner = page.owner(b);
            int near = inTop(facts, b);
            boolean inContainer = container >= 0 && facts.holds(container, b);
            table.set(inScored, b, near);
            table.set(score, b, scored.share(owner));
            table.set(parentScore, b, scored.share(page.parent(owner)));
            table.set(scoreAround, b, scored.shareAround(owner));
            table.set(levels, b, scored.levels(owner));
            table.set(inRun, b, dense.holds(b) ? 1 : 0);
            table.set(runDistance, b, dense.distance(b));
            table.set(inStrictRun, b, denser.holds(b) ? 1 : 0);
            table.set(inNamed, b, container < 0 ? -1 : inContainer ? 1 : 0);
            int agreeing = (near == 2 ? 1 : 0) + (dense.holds(b) ? 1 : 0) + (inContainer ? 1 : 0);
            table.set(votes, b, agreeing);
        }
    }

    /** 2 inside the highest scored element, 1 inside the one around it. */
    private int inTop(PageFacts facts, int block) {
        int top = scored.top();
        int parent = facts.page.parent(top);
        return facts.holds(top, block) ? 2 : parent >= 0 && facts.holds(parent, block) ? 1 : 0;
    }
}
