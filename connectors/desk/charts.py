"""Pictures of reports: SVG drawn on the server, in the desk's own colours, light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from assistant.desk.reports import Table

if TYPE_CHECKING:
    from pygal.style import Style

Scheme = Literal["light", "dark"]
COLOURS = {
    "light": {
        "ink": "#1d2329",
        "soft": "#57616b",
        "ground": "#ffffff",
        "line": "#e2e6e3",
        "bars": "#1f5b57 #c98a3a",
    },
    "dark": {
        "ink": "#e8ebe9",
        "soft": "#aab4b0",
        "ground": "#1b2022",
        "line": "#323a3d",
        "bars": "#7fc4bd #f0b46d",
    },
}
FONT = "system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif"
SHOWN = 12  # bars in a picture; the table beside it has all


def draw(table: Table, scheme: Scheme) -> bytes:
    """The table as SVG. Without rows it is an empty frame that says so."""
    from lxml import etree

    chart = _days(table, scheme) if table.drawn == "days" else _bars(table, scheme)
    tree = chart.render_tree()
    for script in tree.findall(".//{*}script"):
        script.getparent().remove(script)
    drawn: bytes = etree.tostring(tree, xml_declaration=True, encoding="utf-8")
    return drawn


def _pygal() -> Any:
    """pygal, without the import hook for its old map plugins, which Python no longer takes."""
    import sys

    import pygal

    sys.meta_path[:] = [one for one in sys.meta_path if type(one).__module__ != "pygal"]
    return pygal


def _days(table: Table, scheme: Scheme) -> Any:
    pygal = _pygal()
    many = len(table.rows) > 62
    kind = pygal.StackedLine if many else pygal.StackedBar
    more = {"fill": True, "show_dots": False} if many else {}
    chart = kind(**_look(scheme, 1080, 300), x_label_rotation=0, show_minor_x_labels=False, **more)
    chart.x_labels = [str(row[0])[5:] for row in table.rows]
    step = max(1, len(table.rows) // 8)
    chart.x_labels_major = chart.x_labels[::step]
    for n, column in enumerate(table.columns[1:], 1):
        chart.add(column, [row[n] for row in table.rows])
    return chart


def _bars(table: Table, scheme: Scheme) -> Any:
    pygal = _pygal()
    rows = table.rows[:SHOWN][::-1]
    chart = pygal.HorizontalBar(
        **_look(scheme, 520, 30 + 32 * len(rows)),
        show_legend=False,
        show_x_labels=False,
    )
    chart.x_labels = [f"{str(row[0])[:40]}  {row[1]}" for row in rows]
    chart.add(table.columns[1], [row[1] for row in rows])
    return chart


def _look(scheme: Scheme, width: int, height: int) -> dict[str, Any]:
    return {
        "style": _style(scheme),
        "js": (),  # pygal's own pictures fetch a script from elsewhere
        "disable_xml_declaration": False,
        "explicit_size": True,
        "width": width,
        "truncate_label": -1,
        "height": height,
        "legend_at_bottom": True,
        "legend_at_bottom_columns": 2,
        "no_data_text": "Nothing in these days",
        "formatter": lambda value: f"{value:,.0f}",
        "max_scale": 6,
        "margin": 12,
        "show_y_guides": True,
    }


def _style(scheme: Scheme) -> Style:
    from pygal.style import Style

    colours = COLOURS[scheme]
    return Style(
        background=colours["ground"],
        plot_background=colours["ground"],
        foreground=colours["soft"],
        foreground_strong=colours["ink"],
        foreground_subtle=colours["soft"],
        opacity="1",
        opacity_hover="1",
        transition="0s",
        colors=tuple(colours["bars"].split()),
        font_family=FONT,
        label_font_size=12,
        major_label_font_size=12,
        legend_font_size=12,
        no_data_font_size=18,
        guide_stroke_color=colours["line"],
        major_guide_stroke_color=colours["line"],
        guide_stroke_dasharray="1,0",
        major_guide_stroke_dasharray="1,0",
    )
