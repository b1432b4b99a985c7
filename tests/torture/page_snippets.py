"""Heads, calls and blocks of Markdown that something is wrong with, one a line; ⏎ ends a line."""

from __future__ import annotations

from collections.abc import Sequence


def _lines(text: str) -> Sequence[str]:
    return [line.replace("⏎", "\n") for line in text.strip("\n").split("\n")]


HEADS = (
    "",
    *_lines("""
---⏎
---⏎---⏎
title: T⏎
---⏎title: T⏎---⏎
+++⏎title = 'T'⏎+++⏎
---⏎title: [T]⏎description: {a: b}⏎---⏎
---⏎- title⏎---⏎
---⏎title⏎---⏎
---⏎title: T⏎title: U⏎description: D⏎---⏎
---⏎title: T: U⏎description: D⏎---⏎
---⏎title: *t⏎description: &t D⏎---⏎
---⏎title: |⏎  T⏎  U⏎description: D⏎---⏎
---⏎title: '{{ legend() }}'⏎description: '{{ x'⏎---⏎
--- ⏎title: T⏎ --- ⏎
---⏎title: T⏎description: D⏎address: ../x⏎---⏎
⏎---⏎title: T⏎description: D⏎---⏎
---⏎title: T⏎description: D⏎address: é⏎---⏎
---⏎title: T⏎description: D⏎...⏎
---⏎title: T⏎description: D⏎address: /⏎---⏎
---⏎title: ''⏎description: ' '⏎---⏎
---⏎title: T⏎description: D⏎address: index⏎---⏎
---⏎title: T⏎layout: x⏎---⏎
---⏎title: T⏎description: D⏎address: goals⏎---⏎
---⏎title: '<b>&'⏎description: D⏎---⏎
"""),
)
CALLS = (
    *_lines("""
{{ legend() }}
{{ legend( }}
{{ legend }}
{{ legend() }
{ legend() }}
{{}}
{{ }}
{{ () }}
{{ 1 + 1 }}
{{ __import__("os").system("true") }}
{% if x %}
{{ x.y() }}
{{ scorecard() }}
{{ scorecard("nothing") }}
{{ scorecard(2024) }}
{{ scorecard("2024-2025", "x") }}
{{ scorecard(id="2024-2025") }}
{{ scorecard('a") }}
{{ scorecard(“2024-2025”) }}
{{ figure(**{}) }}
{{ figure(*[1]) }}
{{ figure(f"{x}") }}
{{ {{ legend() }} }}
{{ legend(legend()) }}
{{ figure("a" "b") }}
{{ (lambda: 1)() }}
{{ legend(⏎) }}
{{ term("⏎") }}
{{ term("\\x00") }}
{{ term("\\ud800") }}
{{ \x0c }}
{{ legend() }}{{ legend() }}
a {{ legend() }} b
{{ term('berth', x=1, x=2) }}
{{ a := 1 }}
{{ term(b"berth") }}
{{ term(r"berth") }}
{{ term(\"""berth\""") }}
{{ await x() }}
{# x #}
{{ figure("2024-2025", count="met", count="met") }}
{{ légende() }}
{{ ｌegend() }}
}} {{
{{ 0777() }}
"""),
    "{{ " + "(" * 300 + ")" * 300 + " }}",
    "{{ f(" + "-" * 5000 + "1) }}",
    "{{ " + "a." * 5000 + "b() }}",
    "{{ 9" + "9" * 5000 + "() }}",
    '{{ figure("2024-2025", "' + "x" * 5000 + '", "target") }}',
)
AROUND = _lines("""
[x]({})
![x]({})
<a href="{}">x</a>
`{}`
```⏎{}⏎```
    {}
# {}
| {} |
|a|⏎|-|⏎|{}|
<!-- {} -->
<div>{}</div>
<div markdown="1">⏎{}⏎</div>
- {}
> {}
**{}**
[{}](x.md)
{{ {} }}
\\{}
<{}>
<pre>{}
[x]: {}
{}⏎: {}
*[{}]: {}
""")
BLOCKS = (
    *_lines("""
```
~~~
````md⏎```
``` {.x #y onclick=z}
<!--
<!-- <!-- -->
-->
<!---->
<!-->
#########
#
# {: #x }
# A {: #a }⏎# B {: #a }
Setext⏎===
===
####### 7
# [x](
[x](
[x](javascript:alert(1))
[x]( <
[x][
[x]: y
![](
[](#nowhere)
[x](../../..)
[a](http://[::1)
<http://[>
[x](//[)
[x](https://exa mple)
<a href='https://[x'>y</a>
|a|⏎|-
|a|b|⏎|-|⏎|c|d|e|
|:-:|
|a|⏎|-|⏎|`|`|
a|b⏎-|-
<script>alert(1)</script>
<div markdown>
<div markdown="1">
<table><tr><td>
</div></div>
<p
<p <p>
<p a="
<![CDATA[ x
<?php x
<!DOCTYPE x>
<!x
<!
</
<svg onload=x>
<div data-bilan="0"></div>
<span data-bilan="99999999999999999999"></span>
<div data-bilan='٣'></div>
{: #x .y onclick='z' }
x {: }
{: x
x⏎{: #x
{: : }
*x*{: .a .b #c d=e f='g' }
{:#}
> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > x
&#0;
&#xD800;
&#99999999999;
&nosuch;
*a **b* c**
x⏎:   y⏎:
:   y
[^1]: x
<!-- bilan: allow -->
<!-- bilan: allow BIL842 -->
<!-- bilan: allow BIL999: x -->
<!-- bilan: x
1. a⏎1) b⏎   - c
***
---
- - - - x
<details>
<details><summary>
<pre>
<code>
<ins>x
\x02klzzwxh:0001\x03
klzzwxh:0001
amp
wzxhzdk:0
$1,234
12 %
3 000 000,5
March 32, 2025
le 31 février 2025
25:61
1/0 %
½ ²
Ⅷ
from 1 to 2 to 3 million billion
« x
“x
x »
CAD CAD 5 CAD
minus -5 %
٣٤ %
"""),
    *(
        mark * 2001
        for mark in ("> ", "[", "*", "`", "_a", "(", "<b>", "<", "&", "\\", "![", "[a](")
    ),
    *(mark * 500 for mark in ("' '", "$", "1.", "1,000,", "99")),
    "- x\n" + "".join(f"{'    ' * depth}- x\n" for depth in range(150)),
    "| a |\n|---|\n" + "| b " * 900,
)
