package org.babelmill.extract.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.babelmill.extract.tree.Code;
import org.babelmill.extract.tree.DocumentTree;
import org.babelmill.extract.tree.Heading;
import org.babelmill.extract.tree.ListBlock;
import org.babelmill.extract.tree.Paragraph;
import org.babelmill.extract.tree.PlainText;
import org.babelmill.extract.tree.Quote;
import org.babelmill.extract.tree.RichText;
import org.babelmill.extract.tree.Span;
import org.babelmill.extract.tree.Table;
import org.junit.jupiter.api.Test;

class TreeRepairTest {

    @Test
    void mendsEveryTextOfADocument() {
        RichText damaged = RichText.of("CafÃ©");
        DocumentTree tree = new DocumentTree(
                "TitleÂ®",
                List.of(
                        new Heading(2, damaged),
                        new ListBlock(true, List.of(new ListBlock.Item(List.of(new Paragraph(damaged))))),
                        new Quote(List.of(new Paragraph(damaged))),
                        new Table(List.of(new Table.Row(List.of(new Table.Cell(false, 1, 1, damaged)))))));

        RepairedTree repaired = TreeRepair.repair(tree);

        assertThat(repaired.places()).isEqualTo(5);
        assertThat(repaired.tree().title()).isEqualTo("Title®");
        assertThat(PlainText.render(repaired.tree())).isEqualTo("Café\n1. Café\nCafé\nCafé");
    }

    @Test
    void keepsEverySpanOnItsText() {
        RichText text = new RichText("Ã‰tÃ© in PÃ©rigord &amp; more", List.of(new Span(0, 5, Span.Style.STRONG)));
        String bold = text.text().substring(0, 5);

        RepairedTree repaired = TreeRepair.repair(new DocumentTree("", List.of(new Paragraph(text))));

        RichText mended = ((Paragraph) repaired.tree().blocks().get(0)).text();
        assertThat(bold).isEqualTo("Ã‰tÃ©");
        assertThat(mended.text()).isEqualTo("Été in Périgord & more");
        assertThat(mended.spans()).containsExactly(new Span(0, 3, Span.Style.STRONG));
    }

    @Test
    void leavesCodeAndGoodDocumentsAsTheyAre() {
        DocumentTree tree = new DocumentTree(
                "Good",
                List.of(new Code(Code.Kind.CODE, "html", "&amp; &nbsp; CafÃ©"), new Paragraph(RichText.of("Café"))));

        assertThat(TreeRepair.repair(tree).tree()).isSameAs(tree);
    }
}
