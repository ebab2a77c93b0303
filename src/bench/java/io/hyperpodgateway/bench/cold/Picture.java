package io.hyperpodgateway.bench.cold;

import io.hyperpodgateway.bench.cold.Figures.Measure;

import java.util.List;
import java.util.Locale;

/// A chart with a bar for each variant and transport: init, then the first request.
final class Picture {

    private static final int LEFT = 290;
    private static final int BAR = 480;
    private static final int WIDTH = LEFT + BAR + 150;
    private static final int ROW = 30;
    private static final int TOP = 62;

    private final List<Figures> figures;

    Picture(List<Figures> figures) {
        this.figures = figures;
    }

    String svg() {
        double most =
                figures.stream().mapToDouble(one -> one.of(Measure.TOTAL_CPU, 50)).max().orElse(1);
        int height = TOP + ROW * figures.size() + 16;
        var svg = new StringBuilder(head(height));
        int y = TOP;
        for (Figures one : figures) {
            svg.append(bar(one, y, BAR / most));
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    private static String head(int height) {
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" font-family="sans-serif" font-size="13">
        <rect width="%1$d" height="%2$d" fill="#ffffff"/>
        <text x="16" y="24" font-size="15" font-weight="bold" fill="#1f2328">From the start of the process to the first answer, CPU milliseconds (median)</text>
        <rect x="16" y="36" width="12" height="12" fill="#57606a"/><text x="34" y="47" fill="#1f2328">init</text>
        <rect x="80" y="36" width="12" height="12" fill="#d9822b"/><text x="98" y="47" fill="#1f2328">first request</text>
        """
                .formatted(WIDTH, height);
    }

    private static String bar(Figures one, int y, double scale) {
        double init = one.of(Measure.INIT_CPU, 50);
        double first = one.of(Measure.FIRST_CPU, 50);
        return String.format(
                Locale.ROOT,
                """
                <text x="%d" y="%d" text-anchor="end" fill="#1f2328">%s, %s</text>
                <rect x="%d" y="%d" width="%.1f" height="18" fill="#57606a"/>
                <rect x="%.1f" y="%d" width="%.1f" height="18" fill="#d9822b"/>
                <text x="%.1f" y="%d" fill="#1f2328">%.0f + %.0f</text>
                """,
                LEFT - 10,
                y + 14,
                one.variant().title(),
                one.transport().name().equals("tls") ? "TLS" : "HTTP",
                LEFT,
                y,
                init * scale,
                LEFT + init * scale,
                y,
                first * scale,
                LEFT + (init + first) * scale + 8,
                y + 14,
                init,
                first);
    }
}
