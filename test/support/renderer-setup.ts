// jsdom has no CSS.escape, which React Aria needs to find its own elements.
import 'css.escape';
