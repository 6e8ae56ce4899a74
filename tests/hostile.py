"""Names, titles and file names that would do harm where they were taken for anything but text."""

from __future__ import annotations

MARKUP = (
    '<img src=x onerror="document.title=1">',
    "</textarea></script><script>document.title=2</script>",
    "\"><svg onload=alert(1)> ' onmouseover='alert(1)",
    "<!--<style>*{display:none}</style>",
    "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7}",
    "javascript:alert(1)",
    "&lt;b&gt;&amp;\u2028\u202e]]>",
)
FORMULAS = ('=HYPERLINK("http://x.example")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1")
ALL = (*MARKUP, *FORMULAS)
