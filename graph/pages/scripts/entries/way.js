// A page under an earlier name: it opens the explorer with the same query and place, and in the view it stood for.
const { view = "" } = document.body.dataset;
const place = location.hash.slice(1);
const shown = view && !/(^|&)view=/.test(place) ? [place, `view=${view}`].filter(Boolean).join("&") : place;
location.replace(`explore.html${location.search}${shown && "#" + shown}`);
