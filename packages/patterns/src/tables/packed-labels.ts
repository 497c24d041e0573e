// Written by scripts/pack-tables.mjs from facts/*.txt, where the sources are named: change those.
export const labelCharacters =
  "%,|%no8qde;c%=Avl0l|c_i<_.eg?}f_6x5/q//*w}x}(9r|0B0ecaC|0*.e@-]=>|h7=z*cn+6m1:{-_i]@5@p{<+e9cfs*yzt,hno,(o3i2??n,p>>u.c^~@dsbenu%m>^'a.*>s%^d-9h@jnt]kp<})g}tCk1t0<='C0tv^57gd1r60d_b^an=1ri3wyi+&g(,6~1x-/q4c)0m?A>yxj2]ors~d(l>0inp7:-(>0&<|:_3pzy+=7]{i~@4|n4,+./f(bC4s&(eusk3q_lx)e4lv{A%}B<,5n5{waq|18~|dAf1dAu?1o]|ve~C|v4&6:=^9C@85.)3wj>q@*1xl5xf?r^64wegh}C;0,t?ry<x-]v'wd0l7f{lq.|+=7|xa-vueh35y]3(t2lreu;B9fx61)BBd%5'_dpc%y3ky:]_<{Ar}&mupdi'+@qiys>ky5>|b(1mc0>'q6rrt^fB4)w{B|}B2)/4)<&2%(r1^vl{(qiw=%xoq<mn+(2:hi{}13e2&3%<^|ye4a&^()d:>^A'Cb|dacz|+?d'oxc'5>cyx<6%&ngj{&,egiy-ls4'9Cv+";
export const neutralLabels =
  "%;ea28_]sgy=/x?vA:+h/5C~tu/?w@AtbfCj>5''vl;ocd=2l)^b]xptA/c&]%3643r4|po._9')'Bpxo~i2/(&c.e.;lw<_'b0lfA@x_kh3@x70@c9u070cg=g/pya@/>,_)C{dc>:p0]0h97fpi.hl{9kfw@f}kt8u]_di>5o&:~2.]1m;e~fmo>%q;/7p%;Cynj608f:{o3&zk?)*1nC2A+},8|3z~{~(~+uo9;<9uv@h8?6h_ys8j)z~5qj3n5(4{t_af5bba2j2)i_{bBf>n}?,B@jpvl1@e+xe})^3-'cxi:~9ecAew6Bqc;^o]>)h?0t/))<z9-)8ds=)4+4an3yi^;%cd6f>'~1i)wp-z}2xc>rAf/d9.rk-m:<s78<@/c*A'*z9l0~26n]v{7invBu|dC@kdjo>/u;zc-28ea~<{q>s=)zqh7(z*6zk*ooi7xb>>s>Ad_/C@/a^@Ar?a;03fB%vw9x{dy9?,a,__:vw(t8m:y,ky)=j~y*/uBpxjB,vex5u3b=]:e&y1=(m>dquBC&9v|yh18d33/2wg7o=rn+)ne5vd3+e93e)_y:m(1m)]i,._nu4x9gr5Ch=<1]y5+-(bm.ijy(5_ix~7m@(qc'Cwkwhh'Bb+vg<%?z(gz:skw0^dqC0]ct*;";
export const addressLabels =
  "&8rt3;1l=rr9C>2~'usduas]yefxo^t:cc()>^&4n1pde<Cd+.;{BcevC;4|8_5%o]Ai&>4]z*v)C7n&yaA_@.ty<Cp02%y87w3}<:-A;n/b~]sqx:%05.)~|63o0(;_t5r(vC0fk~4zy}";
export const bankCardLabels = "&~pb|m:<0(tugl-(ouvvi+34]n&7p<(a139/)0n)as;a=x|:a9={d>iepbl0p/_ghw==.|w*tmr+i";
export const birthDateLabels = ")A,3{k8@j%965n_]rAB0mde)84s6zk0d?;/xl^fB=s2mejofr";
export const cardExpiryLabels = "+@Ck>@d%>{^ir/wg,&5,C<l4c~bgh)>bd2a*d";
export const cvvLabels = ")Ak:p2awl=_<?.7ra,~A;e'?mvshb)a2l{md.g)3::^0m%_^Ajt4'A";
export const diplomaLabels =
  "&|pk|wCg_pv%n%%b_i*&9293t^t:_-:-rrv?hae/w}&~9p0=*n_@^nC/4zw%f*5ned%/|&<is0v>e)fc9)*m;=<08+-j5';7|48]~";
export const emailLabels = "*>^*4c}l>kB-yk*l<41'td=.-fd{>ph:p";
export const geoLocationLabels = "(4&l18bb4},/9a}84m4dz{97c29ckf<zfimnp}|88g%y?6j-)n7.y2jhc^0Cpnz";
export const hkMacauPermitLabels =
  "&|n.|y4}i4A=cm&ba(Bj)h9y43Caf+^?q?d=Bza%]<.xh%j3_'<9dhA]_(dA=*B.tebjwr8m%mxy01(Abzpf3aj8k)mqa~^k>2";
export const housingFundLabels = "(4yxj=A@p/2herz6oq(/%trz3n-%s1A@xoju]ib+4s-;p^.0qAmv3?/{;t<vo|k_";
export const idCardLabels = "'|jrp}?dx0}r.7j@x}xaww|4~g-6^CB4af4y/)]}~xydg(7=rv'k'tA4%731.{7{c/p_g";
export const imeiLabels = "(m|C^vuj2=8tbbxwu<~?,e'(se@C(c~8u^ij:yk4}3~?kppC}_b:b,}hfwe{vsAc3C9]':f1z}z";
export const ipAddressLabels = "*z;>,v1/6r2B//|vdy]s{'l'i2@fk7]]hna:zB(f{v}k?7";
export const landlineLabels = "(,(')B]4%z?4fyu6&**8%f1:rk|z2:&w=vw.kzsl9_rajnf<&?1-b/ik0dj-</hd%.l*5?mCf";
export const licensePlateLabels = "(}c)(l=b8di2{5:{l/6~l<v:d'wig9et{+7";
export const macAddressLabels = "*@82B~ke)e]4?8kf<,^886C/_6>2|6_n=>4iw.qpx)ClfsB-f>]?";
export const medicalInsuranceLabels =
  "&tq%=4pd:/<4_1&d0@&&'jokx<)]gvl|}r2<>]b<k0>8/]w}~'c3-rjys-'@n}4jb1k*+|)}=s.k;k_k?h-3yj/6<i6g]*0}7/@+_h:B]4<0]lC";
export const militaryIdLabels =
  "&|po}ji]((>82:lA_k(78nk&C=7(=ftd26b%*gCa/hCpy~7*;x.av_b(l0a%16v*)|0yx{q2%~)jy)<x|A<kj]8%%6e@*/2-<9";
export const nameLabels =
  "%r>-f/:|l?~.bhc,umgv,]67o|;7-qBu8~l)tq|u8jmy~i{?_<.c}p(=6w0A,30bx5n^+)j?-8<_wyid?8~]7i|wc(me6}d8(9d:/4py<wl+{v/ho>o8fsn)g@gAB,}-w@@ag<=+b)ibBp]x?2;8,zky1rCd0srdl%uAe-xtAal.c|8vh7jt&.^+p:0neh2<)uh';jAut=]C=k={90Ax>_i~dlc>',s*?%x~o+:|~Ak,i|5m|)e&x6ms_";
export const passportLabels = "(C|lxz.d-98A5cx?:q{rze/k,h*+@.1g4ifua'z:ji?pn*yuee'_')97=";
export const passwordLabels = "*zfv%<)0q,n0)h.0)Bn)+;pfy)*o5+<+k]:C;^p1g}v1f7]'b";
export const phoneLabels =
  "&lpwran56{}&qB*>/sxfldu4}wbA>z|*<=~~pw}e8'w^)ydn*ig?m;CyA:vc^gj5^3%+^@^eC>;va)b{tla|^d^j&_;su:*&*w%9}(3%drt@f-f+o~(m*{cs)<";
export const qqLabels = "+A0_*j]nmy14p.:}6@.r8;elfd|:vfdla";
export const residencePermitLabels =
  "&>o_hpa{:^C*:3?'BxdBug*xkm+ib>*B_1(|~rec.1q&k4y9.)k)-+ba5,A///m5zl-:lo/g17t@<@ul&nyioo3{|n:4)Bi*5q83?)?o~1}<?6b>Akq9ke@dC(e7d1.^f%%dB|<1";
export const socialCreditCodeLabels =
  "(3e4kra>x6x6|/csawq/v_C]*s/-l3{@Bs2g.~b4nB.k?<-m)&8k_ux6a:6@.|]6B8)'1>otB3t4|9?+r}r31qbfjc]?~=y'3&r64/*eA62nv~";
export const taiwanPermitLabels = "(<2w>48f7=%t8*{-x;8^)>59gh4{7fg~',0&>a*2(/d,;&,tn7Am{3=~gd{t}<Ajxg5y7;-b20{hrz98Av";
export const ticketNumberLabels =
  "&~lC?38q>6u*d<tsu4A9%cscB{-:)p=n;8.k+::Co(tz/c6{0uh~7.@uC<k2bf.3@~5=wh:ly>7f}]>-n-,5330b-5l-c";
export const trackingNumberLabels =
  "&ro(+@*{]k'02g7;7m85ws>&(0bd~1?~flxfex,}ryaz-&]<'y6do^qus]))@bB-*{oufn:|]z6dC37ft8s_8cAr_=9An5_'|w3)nputox{,a72e";
export const vatInvoiceLabels = ")zl&*u+%u3|yq0}azq~y1r]{l}|.;vx81e/nork~71t;>5%tu";
export const vinLabels = "(mk;bvtt=2zh]bh70ja}kssiA]lkg?%ifph&c+p~yu8hq=jdyA3Cl7crvc|4Bo^y";
export const wechatLabels = "*Aix3^olnm*w898ko,}<}qb:|r-)|rhB3>C9]7{*3|b";
